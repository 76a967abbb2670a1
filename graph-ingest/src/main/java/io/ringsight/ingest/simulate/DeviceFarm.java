package io.ringsight.ingest.simulate;

import java.util.List;

/**
 * Few devices on few lines, many people, within days. Unlike an agent's customers they are paid out together, and now and then
 * the operator's own face stands in.
 */
final class DeviceFarm implements Weave {
    @Override
    public void weave(RingPlot plot) {
        List<Draft> members = plot.active();
        List<String> devices = plot.stock("device", members.size() / 7);
        List<String> lines = plot.stock("ip", 1 + members.size() / 15);
        List<String> payouts = plot.stock("payment", 1 + members.size() / 6);
        Face operator = plot.people().stranger().face();
        for (Draft member : members) {
            if (!plot.evades()) {
                plot.plant(member, "device", plot.chance().pick(devices));
            }
            if (!plot.evades() && plot.chance().happens(0.8)) {
                plot.plant(member, "ip", plot.chance().pick(lines));
            }
            if (plot.chance().happens(0.5)) {
                plot.plant(member, "payment", plot.chance().pick(payouts));
            }
            if (plot.chance().happens(0.2)) {
                plot.plantFace(member, plot.people().picture(operator));
            }
        }
    }
}
