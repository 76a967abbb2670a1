package io.ringsight.gnn.pytorch;

import io.ringsight.gnn.model.ModelShape;

/** The network over a whole graph and over one account, as TorchScript, on top of {@link SageScript}. */
final class ServingScript {
    private final ModelShape shape;
    private final ScriptText text;

    ServingScript(ModelShape shape, ScriptText text) {
        this.shape = shape;
        this.text = text;
    }

    void write() {
        layerwise();
        one();
    }

    /**
     * The same over a whole graph, a layer at a time, in chunks of rows that write into windows of tensors made before. Sums and
     * loudness of every layer stay, for {@link SageGraph#one}. Gates are float32[gates][pairs]; an account's pairs are consecutive.
     */
    private void layerwise() {
        text.line("  def rows_of(self: __torch__.Ops, offsets: Tensor, first: int, last: int) -> Tensor:");
        text.line("    rows = torch.slice(offsets, 0, first, torch.add(last, 1), 1)");
        text.line("    return torch.sub(rows, torch.select(rows, 0, 0))");
        text.line(
                "  def encode_rows(self: __torch__.Ops, p: Tensor, x: Tensor, h: Tensor, first: int, last: int) -> NoneType:");
        text.line("    rows = (self).encode(p, torch.slice(x, 0, first, last, 1), )");
        text.line("    _0 = torch.copy_(torch.slice(h, 0, first, last, 1), rows)");
        text.line("    return None");
        text.line(
                "  def gate_rows(self: __torch__.Ops, p: Tensor, pairs: Tensor, listen_identifier: Tensor, relation: Tensor,"
                        + " open: Tensor, first: int, last: int) -> NoneType:");
        text.line("    relations = torch.index_select(relation, 0, torch.slice(listen_identifier, 0, first, last, 1))");
        text.line("    rows = (self).gates(p, torch.slice(pairs, 0, first, last, 1), relations, )");
        text.line("    _0 = torch.copy_(torch.slice(open, 1, first, last, 1), rows)");
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
        text.line("    rows = (self).message_%d(p, torch.slice(h, 0, first, last, 1), )", layer);
        text.line("    _0 = torch.copy_(torch.slice(m, 0, first, last, 1), rows)");
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
                "    rows = (self).speak(m, accounts, offsets, w, torch.slice(relation, 0, first, last, 1),"
                        + " (self).scales_%d(p, ), )",
                layer);
        text.line("    _0 = torch.copy_(torch.slice(sums, 0, first, last, 1), rows)");
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
        text.line("    said = torch.slice(m, 0, first, last, 1)");
        text.line(
                "    mean, sum = (self).heard(sums, loudness, said, rows, offsets, relations, own, v, (self).scales_%d(p, ), )",
                layer);
        text.line("    window = torch.slice(h, 0, first, last, 1)");
        text.line("    _0 = torch.copy_(window, (self).update_%d(p, window, mean, sum, ))", layer);
        text.line("    return None");
    }

    /** One account against what the identifiers of the whole graph have said: log odds, then its embedding, in one row. */
    private void one() {
        text.line(
                "  def one(self: __torch__.Ops, p: Tensor, x: Tensor, features: Tensor, inside: Tensor, label: Tensor,"
                        + " rows: Tensor, relation: Tensor, sums: List[Tensor], loudness: List[Tensor]) -> Tensor:");
        text.line("    relations = torch.index_select(relation, 0, rows)");
        text.line("    open = (self).gates(p, features, relations, )");
        text.line("    own = torch.mul(open, inside)");
        text.line("    none = torch.new_zeros(rows, [1])");
        text.line("    offsets = torch.cat([none, torch.add(none, torch.size(rows, 0))], 0)");
        text.line("    h0 = (self).encode(p, x, )");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            int before = layer - 1;
            text.line("    m%1$d = (self).message_%1$d(p, h%2$d, )", layer, before);
            text.line(
                    "    mean%1$d, sum%1$d = (self).heard(sums[%2$d], loudness[%2$d], m%1$d, rows, offsets, relations,"
                            + " torch.select(own, 0, %3$d), torch.select(open, 0, %4$d), (self).scales_%1$d(p, ), )",
                    layer, before, 2 * before, 2 * before + 1);
            text.line("    h%1$d = (self).update_%1$d(p, h%2$d, mean%1$d, sum%1$d, )", layer, before);
        }
        text.line(
                "    seen = (self).labels_heard(sums[%1$d], loudness[%1$d], label, rows, offsets, torch.select(own, 0, %2$d),"
                        + " torch.select(open, 0, %3$d), )",
                shape.layers(), 2 * shape.layers(), 2 * shape.layers() + 1);
        text.line("    risk = (self).risk(p, h%d, seen, )", shape.layers());
        text.line("    return torch.cat([torch.reshape(risk, [1, 1]), h%d], 1)", shape.layers());
    }
}
