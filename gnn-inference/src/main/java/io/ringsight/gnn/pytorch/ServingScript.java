package io.ringsight.gnn.pytorch;

import io.ringsight.gnn.model.ModelShape;

/**
 * The network over a whole graph, as TorchScript, on top of {@link SageScript}. Over a whole graph the same
 * formulas work in place and write where their results stay: nothing here needs a gradient, and memory is what it waits for.
 */
final class ServingScript {
    private final ModelShape shape;
    private final ScriptText text;

    ServingScript(ModelShape shape, ScriptText text) {
        this.shape = shape;
        this.text = text;
    }

    void write() {
        layerwise();
    }

    /**
     * The same over a whole graph, a layer at a time, in chunks of rows that write into windows of tensors made before. Sums and
     * loudness of every layer stay, for {@link SageGraph#said}. Gates are float32[gates][pairs]; an account's pairs are consecutive.
     */
    private void layerwise() {
        text.line("  def rows_of(self: __torch__.Ops, offsets: Tensor, first: int, last: int) -> Tensor:");
        text.line("    rows = torch.slice(offsets, 0, first, torch.add(last, 1), 1)");
        text.line("    return torch.sub(rows, torch.select(rows, 0, 0))");
        text.line(
                "  def encode_rows(self: __torch__.Ops, p: Tensor, x: Tensor, h: Tensor, first: int, last: int) -> NoneType:");
        text.line("    window = torch.slice(h, 0, first, last, 1)");
        text.line(
                "    raw = torch.addmm(%s, torch.slice(x, 0, first, last, 1), %s, beta=1, alpha=1, out=window)",
                text.part("encode_bias"), text.part("encode_weight"));
        text.line(
                "    unit = torch.layer_norm(torch.relu_(window), [torch.size(window, 1)], %s, %s, 1.0e-05, False)",
                text.part("encode_scale"), text.part("encode_shift"));
        text.line("    _0 = torch.copy_(window, unit)");
        text.line("    return None");
        text.line(
                "  def gate_rows(self: __torch__.Ops, p: Tensor, pairs: Tensor, listen_identifier: Tensor, relation: Tensor,"
                        + " open: Tensor, first: int, last: int) -> NoneType:");
        text.line("    relations = torch.index_select(relation, 0, torch.slice(listen_identifier, 0, first, last, 1))");
        text.line("    own = torch.matmul(torch.slice(pairs, 0, first, last, 1), %s)", text.part("gate_weight"));
        text.line("    sum = torch.add_(own, torch.index_select(%s, 0, relations))", text.part("gate_bias"));
        text.line("    rows = torch.add_(torch.mul_(torch.sigmoid_(sum), 0.95), 0.05)");
        text.line("    _0 = torch.copy_(torch.slice(open, 1, first, last, 1), torch.t(rows))");
        text.line("    return None");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            layerwise(layer);
        }
        int loud = 2 * shape.layers();
        text.line(
                "  def label_rows(self: __torch__.Ops, p: Tensor, open: Tensor, labels: Tensor, speak_offsets: Tensor,"
                        + " speak_account: Tensor, speak_pair: Tensor, sums: Tensor, loudness: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:");
        text.line("    offsets = (self).rows_of(speak_offsets, first, last, )");
        text.line("    accounts = torch.slice(speak_account, 0, from, to, 1)");
        text.line(
                "    w = torch.index_select(torch.select(open, 0, %d), 0, torch.slice(speak_pair, 0, from, to, 1))",
                loud);
        text.line(
                "    _0 = torch.copy_(torch.slice(sums, 0, first, last, 1), (self).bag(labels, accounts, offsets, w, ))");
        text.line("    all = (self).total(offsets, w, )");
        text.line("    _1 = torch.copy_(torch.slice(loudness, 0, first, last, 1), all)");
        text.line("    return None");
        text.line(
                "  def risk_rows(self: __torch__.Ops, p: Tensor, open: Tensor, h: Tensor, labels: Tensor, listen_offsets: Tensor,"
                        + " listen_identifier: Tensor, sums: Tensor, loudness: Tensor, logit: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:");
        text.line("    offsets = (self).rows_of(listen_offsets, first, last, )");
        text.line("    own = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud);
        text.line("    v = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud + 1);
        text.line("    mine = torch.slice(labels, 0, first, last, 1)");
        text.line(
                "    seen = (self).labels_heard(sums, loudness, mine, torch.slice(listen_identifier, 0, from, to, 1), offsets,"
                        + " own, v, )");
        text.line("    risk = (self).risk(p, torch.slice(h, 0, first, last, 1), seen, )");
        text.line("    _0 = torch.copy_(torch.slice(logit, 0, first, last, 1), risk)");
        text.line("    return None");
    }

    private void layerwise(int layer) {
        int loud = 2 * (layer - 1);
        text.line(
                "  def message_rows_%d(self: __torch__.Ops, p: Tensor, h: Tensor, m: Tensor, first: int, last: int) -> NoneType:",
                layer);
        text.line("    window = torch.slice(m, 0, first, last, 1)");
        text.line(
                "    raw = torch.addmm(%s, torch.slice(h, 0, first, last, 1), %s, beta=1, alpha=1, out=window)",
                text.part("message_bias_" + layer), text.part("message_weight_" + layer));
        text.line("    _0 = torch.relu_(window)");
        text.line("    return None");
        text.line(
                "  def speak_rows_%d(self: __torch__.Ops, p: Tensor, open: Tensor, m: Tensor, relation: Tensor,"
                        + " speak_offsets: Tensor, speak_account: Tensor, speak_pair: Tensor, sums: Tensor, loudness: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:",
                layer);
        text.line("    offsets = (self).rows_of(speak_offsets, first, last, )");
        text.line("    accounts = torch.slice(speak_account, 0, from, to, 1)");
        text.line(
                "    w = torch.index_select(torch.select(open, 0, %d), 0, torch.slice(speak_pair, 0, from, to, 1))",
                loud);
        text.line(
                "    scales = torch.index_select((self).scales_%d(p, ), 0, torch.slice(relation, 0, first, last, 1))",
                layer);
        text.line("    said = (self).bag(m, accounts, offsets, w, )");
        text.line("    _0 = torch.mul(said, scales, out=torch.slice(sums, 0, first, last, 1))");
        text.line("    all = (self).total(offsets, w, )");
        text.line("    _1 = torch.copy_(torch.slice(loudness, 0, first, last, 1), all)");
        text.line("    return None");
        text.line(
                "  def listen_rows_%d(self: __torch__.Ops, p: Tensor, open: Tensor, h: Tensor, m: Tensor, relation: Tensor,"
                        + " listen_offsets: Tensor, listen_identifier: Tensor, sums: Tensor, loudness: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:",
                layer);
        text.line("    offsets = (self).rows_of(listen_offsets, first, last, )");
        text.line("    rows = torch.slice(listen_identifier, 0, from, to, 1)");
        text.line("    relations = torch.index_select(relation, 0, rows)");
        text.line("    own = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud);
        text.line("    v = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud + 1);
        text.line("    share = (self).others(loudness, rows, own, v, )");
        text.line("    scales = (self).scales_%d(p, )", layer);
        text.line(
                "    unit = torch.eye(torch.size(scales, 0), dtype=6, layout=None, device=ops.prim.device(sums), pin_memory=False)");
        text.line("    mine = torch.matmul((self).bag(unit, relations, offsets, torch.mul(share, own), ), scales)");
        text.line("    rested = torch.to(torch.gt(share, 0.), 6)");
        text.line("    closeness = torch.add_((self).total(offsets, torch.mul(v, rested), ), 9.9999999999999995e-07)");
        text.line("    root = torch.sqrt_(torch.add_((self).total(offsets, rested, ), 1.0))");
        text.line("    rest = (self).bag(sums, rows, offsets, share, )");
        text.line("    _0 = torch.addcmul_(rest, mine, torch.slice(m, 0, first, last, 1), value=-1.0)");
        text.line("    window = torch.slice(h, 0, first, last, 1)");
        text.line("    weight = %s", text.part("update_weight_" + layer));
        text.line("    news = torch.addmm(%s, window, %s)", text.part("update_bias_" + layer), rows("weight", 0));
        text.line("    mean = torch.div(rest, closeness, out=mine)");
        text.line("    _1 = torch.addmm_(news, mean, %s)", rows("weight", 1));
        text.line("    _2 = torch.addmm_(news, torch.div_(rest, root), %s)", rows("weight", 2));
        text.line("    sum = torch.add_(torch.relu_(news), window)");
        text.line(
                "    _3 = torch.copy_(window, torch.layer_norm(sum, [torch.size(sum, 1)], %s, %s, 1.0e-05, False))",
                text.part("norm_scale_" + layer), text.part("norm_shift_" + layer));
        text.line("    return None");
    }

    private String rows(String weight, int third) {
        return "torch.slice(%s, 0, %d, %d, 1)".formatted(weight, third * shape.width(), (third + 1) * shape.width());
    }
}
