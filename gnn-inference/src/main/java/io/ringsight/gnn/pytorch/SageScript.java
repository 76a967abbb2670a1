package io.ringsight.gnn.pytorch;

import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The network as TorchScript, written for one shape: layers are unrolled, parameters are windows of one flat tensor.
 *
 * <p>W. Hamilton, R. Ying, J. Leskovec: Inductive representation learning on large graphs, NeurIPS 2017 (mean aggregator), over one
 * relation an identifier type with weights of its own (Z. Liu et al.: Heterogeneous graph neural networks for malicious account
 * detection, CIKM 2018, equations 4 to 6). With h an account's embedding, e a pair's features, r the relation of identifier i:
 *
 * <pre>
 *   m_b      = relu(h_b M + c)                                    what an account says
 *   w, v     = 0.05 + 0.95 sigmoid(e G + g_r)                     how loudly b speaks through i; how closely a listens to i
 *   s_i, d_i = sum over b of w_bi m_b * rho_r; sum of w_bi        rho_r: the relation's own scale of each number
 *   o_ai     = (s_i - w_ai m_a * rho_r) / (d_i - w_ai)            mean of the others: never the account itself
 *   n_a      = sum over i of v_ai o_ai
 *   h'_a     = norm(h_a + relu([h_a, n_a / sum of v_ai, n_a / sqrt(1 + identifiers)] U + u))
 * </pre>
 *
 * <p>Labels go one step, around the layers and straight to the head: the mean label of the others at each identifier, of fraud and
 * of legit, summed with a listening of its own. So an account's label does not reach its own score, on any path, but for the
 * rounding of a sum from which it is taken out again.
 *
 * <p>Sums are {@code embedding_bag} with the row pointer as offsets: one thread a row, in order. The scale of a norm is not given
 * to {@code layer_norm}, whose gradient of it depends on the number of threads.
 */
final class SageScript {
    private static final String COMMON = """
              def forward(self: __torch__.Ops,
                x: Tensor) -> Tensor:
                return x
              def bag(self: __torch__.Ops,
                source: Tensor,
                rows: Tensor,
                offsets: Tensor,
                weights: Tensor) -> Tensor:
                sums, _0, _1, _2 = torch.embedding_bag(source, rows, offsets, False, 0, False, weights, True)
                return sums
              def total(self: __torch__.Ops,
                offsets: Tensor,
                weights: Tensor) -> Tensor:
                sums = torch.segment_reduce(weights, "sum", lengths=None, indices=None, offsets=offsets, axis=0, unsafe=True, initial=0.)
                return torch.unsqueeze(sums, 1)
              def norm(self: __torch__.Ops,
                x: Tensor,
                scale: Tensor,
                shift: Tensor) -> Tensor:
                unit = torch.layer_norm(x, [torch.size(x, 1)], None, None, 1.0e-05, False)
                return torch.add(torch.mul(unit, scale), shift)
              def others(self: __torch__.Ops,
                loudness: Tensor,
                rows: Tensor,
                own: Tensor,
                attention: Tensor) -> Tensor:
                rest = torch.sub(torch.index_select(torch.reshape(loudness, [-1]), 0, rows), own)
                there = torch.to(torch.gt(rest, 0.01), 6)
                return torch.div(torch.mul(attention, there), torch.clamp_min(rest, 0.01))
              def speak(self: __torch__.Ops,
                message: Tensor,
                accounts: Tensor,
                offsets: Tensor,
                weights: Tensor,
                relations: Tensor,
                scales: Tensor) -> Tensor:
                return torch.mul((self).bag(message, accounts, offsets, weights, ), torch.index_select(scales, 0, relations))
              def heard(self: __torch__.Ops,
                sums: Tensor,
                loudness: Tensor,
                message: Tensor,
                rows: Tensor,
                offsets: Tensor,
                relations: Tensor,
                own: Tensor,
                attention: Tensor,
                scales: Tensor) -> Tuple[Tensor, Tensor]:
                share = (self).others(loudness, rows, own, attention, )
                all = (self).bag(sums, rows, offsets, share, )
                unit = torch.eye(torch.size(scales, 0), dtype=6, layout=None, device=ops.prim.device(sums), pin_memory=False)
                mine = torch.matmul((self).bag(unit, relations, offsets, torch.mul(share, own), ), scales)
                rest = torch.sub(all, torch.mul(mine, message))
                rested = torch.to(torch.gt(share, 0.), 6)
                closeness = (self).total(offsets, torch.mul(attention, rested), )
                count = (self).total(offsets, rested, )
                mean = torch.div(rest, torch.add(closeness, 9.9999999999999995e-07))
                sum = torch.div(rest, torch.sqrt(torch.add(count, 1.0)))
                return (mean, sum)
              def labels_heard(self: __torch__.Ops,
                sums: Tensor,
                loudness: Tensor,
                labels: Tensor,
                rows: Tensor,
                offsets: Tensor,
                own: Tensor,
                attention: Tensor) -> Tensor:
                share = (self).others(loudness, rows, own, attention, )
                all = (self).bag(sums, rows, offsets, share, )
                mine = (self).total(offsets, torch.mul(share, own), )
                return torch.sub(all, torch.mul(mine, labels))
            """;

    /** Arguments of {@code embed}, in order. */
    private static final List<String> TENSORS = List.of(
            "p",
            "x",
            "kept",
            "pairs",
            "accounts",
            "labels",
            "listen_offsets",
            "listen_identifier",
            "listen_pair",
            "inside",
            "listen_kept",
            "relation",
            "speak_offsets",
            "speak_account",
            "speak_pair",
            "speak_kept",
            "counts");

    private final ModelShape shape;
    private final ParameterLayout layout;
    private final StringBuilder text = new StringBuilder(COMMON);

    private SageScript(ModelShape shape) {
        this.shape = shape;
        this.layout = new ParameterLayout(shape);
    }

    static byte[] archive(ModelShape shape) {
        return TorchScriptArchive.of(new SageScript(shape).source());
    }

    private String source() {
        encode();
        for (int layer = 1; layer <= shape.layers(); layer++) {
            message(layer);
            update(layer);
        }
        head();
        embed();
        objectives();
        layerwise();
        one();
        return text.toString();
    }

    private void encode() {
        line("  def encode(self: __torch__.Ops, p: Tensor, x: Tensor) -> Tensor:");
        line("    raw = torch.relu(torch.addmm(%s, x, %s))", part("encode_bias"), part("encode_weight"));
        line("    return (self).norm(raw, %s, %s, )", part("encode_scale"), part("encode_shift"));
        line("  def gates(self: __torch__.Ops, p: Tensor, features: Tensor, relations: Tensor) -> Tensor:");
        line("    own = torch.matmul(features, %s)", part("gate_weight"));
        line("    sum = torch.add(own, torch.index_select(%s, 0, relations))", part("gate_bias"));
        line("    open = torch.add(torch.mul(torch.sigmoid(sum), 0.95), 0.05)");
        line("    return torch.contiguous(torch.t(open))");
    }

    private void message(int layer) {
        line("  def message_%d(self: __torch__.Ops, p: Tensor, h: Tensor) -> Tensor:", layer);
        line(
                "    return torch.relu(torch.addmm(%s, h, %s))",
                part("message_bias_" + layer), part("message_weight_" + layer));
        line("  def scales_%d(self: __torch__.Ops, p: Tensor) -> Tensor:", layer);
        line("    return %s", part("relation_" + layer));
    }

    private void update(int layer) {
        line("  def update_%d(self: __torch__.Ops, p: Tensor, h: Tensor, mean: Tensor, sum: Tensor) -> Tensor:", layer);
        line("    all = torch.cat([h, mean, sum], 1)");
        line(
                "    news = torch.relu(torch.addmm(%s, all, %s))",
                part("update_bias_" + layer), part("update_weight_" + layer));
        line(
                "    return (self).norm(torch.add(h, news), %s, %s, )",
                part("norm_scale_" + layer), part("norm_shift_" + layer));
    }

    private void head() {
        line("  def risk(self: __torch__.Ops, p: Tensor, h: Tensor, labels: Tensor) -> Tensor:");
        line("    all = torch.cat([h, labels], 1)");
        line("    hidden = torch.relu(torch.addmm(%s, all, %s))", part("hidden_bias"), part("hidden_weight"));
        line("    logit = torch.addmm(%s, hidden, %s)", part("risk_bias"), part("risk_weight"));
        line("    return torch.reshape(logit, [-1])");
    }

    /** A whole subgraph in one call: log odds and embeddings of the seeds, and what the last layer's identifiers said. */
    private void embed() {
        line("  def embed(self: __torch__.Ops, %s) -> Tuple[Tensor, Tensor, Tensor, Tensor]:", typed());
        line("    listen_relation = torch.index_select(relation, 0, listen_identifier)");
        line("    speak_count = torch.sub(torch.slice(speak_offsets, 0, 1, 9223372036854775807, 1), "
                + "torch.slice(speak_offsets, 0, 0, -1, 1))");
        line("    speak_relation = torch.repeat_interleave(relation, speak_count, 0)");
        line("    listening = (self).gates(p, torch.index_select(pairs, 0, listen_pair), listen_relation, )");
        line("    speaking = (self).gates(p, torch.index_select(pairs, 0, speak_pair), speak_relation, )");
        line("    listening_kept = torch.mul(listening, listen_kept)");
        line("    own = torch.mul(listening_kept, inside)");
        line("    speaking_kept = torch.mul(speaking, speak_kept)");
        line("    h0 = (self).encode(p, torch.mul(torch.index_select(x, 0, accounts), kept), )");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            layer(layer);
        }
        int loud = 2 * shape.layers();
        line("    label_weights = torch.slice(torch.select(speaking_kept, 0, %d), 0, 0, torch.size(sa, 0), 1)", loud);
        line("    label_sums = (self).bag(labels, sa, so, label_weights, )");
        line("    label_loudness = (self).total(so, label_weights, )");
        line(
                "    seen = (self).labels_heard(label_sums, label_loudness, torch.slice(labels, 0, 0, n, 1), li, lo,"
                        + " torch.slice(torch.select(own, 0, %d), 0, 0, e, 1),"
                        + " torch.slice(torch.select(listening_kept, 0, %d), 0, 0, e, 1), )",
                loud, loud + 1);
        line("    return ((self).risk(p, h%1$d, seen, ), h%1$d, s%1$d, d%1$d)", shape.layers());
    }

    private static String typed() {
        return TENSORS.stream().map(name -> name + ": Tensor").collect(Collectors.joining(", "));
    }

    private static String names() {
        return String.join(", ", TENSORS);
    }

    private void layer(int layer) {
        int before = layer - 1;
        line("    n = int(torch.select(counts, 0, %d))", layer);
        line("    i = int(torch.select(counts, 0, %d))", shape.layers() + layer);
        line("    lo = torch.slice(listen_offsets, 0, 0, torch.add(n, 1), 1)");
        line("    e = int(torch.select(counts, 0, %d))", 2 * shape.layers() + layer);
        line("    so = torch.slice(speak_offsets, 0, 0, torch.add(i, 1), 1)");
        line("    t = int(torch.select(counts, 0, %d))", 3 * shape.layers() + layer);
        line("    li = torch.slice(listen_identifier, 0, 0, e, 1)");
        line("    sa = torch.slice(speak_account, 0, 0, t, 1)");
        line("    w = torch.slice(torch.select(speaking_kept, 0, %d), 0, 0, t, 1)", 2 * before);
        line("    m%d = (self).message_%d(p, h%d, )", layer, layer, before);
        line(
                "    s%d = (self).speak(m%d, sa, so, w, torch.slice(relation, 0, 0, i, 1), (self).scales_%d(p, ), )",
                layer, layer, layer);
        line("    d%d = (self).total(so, w, )", layer);
        line(
                "    mean%1$d, sum%1$d = (self).heard(s%1$d, d%1$d, torch.slice(m%1$d, 0, 0, n, 1), li, lo,"
                        + " torch.slice(listen_relation, 0, 0, e, 1), torch.slice(torch.select(own, 0, %2$d), 0, 0, e, 1),"
                        + " torch.slice(torch.select(listening_kept, 0, %3$d), 0, 0, e, 1), (self).scales_%1$d(p, ), )",
                layer, 2 * before, 2 * before + 1);
        line("    h%1$d = (self).update_%1$d(p, torch.slice(h%2$d, 0, 0, n, 1), mean%1$d, sum%1$d, )", layer, before);
    }

    private void objectives() {
        line("  def supervised(self: __torch__.Ops, logit: Tensor, target: Tensor, weight: Tensor) -> Tensor:");
        line("    each = torch.sub(torch.softplus(logit), torch.mul(logit, target))");
        line("    return torch.div(torch.sum(torch.mul(each, weight)), torch.sum(weight))");
        line("  def supervised_loss(self: __torch__.Ops, %s, target: Tensor, weight: Tensor) -> Tensor:", typed());
        line("    logit, h, s, d = (self).embed(%s, )", names());
        line("    return (self).supervised(logit, target, weight, )");
        line(
                "  def contrast(self: __torch__.Ops, p: Tensor, h: Tensor, sums: Tensor, loudness: Tensor, hidden: Tensor) -> Tensor:");
        line("    query = torch.matmul(h, %s)", part("query_weight"));
        line(
                "    keys = torch.div(torch.index_select(sums, 0, hidden), torch.clamp_min(torch.index_select(loudness, 0, hidden), 0.01))");
        line(
                "    q = torch.mul(query, torch.rsqrt(torch.add(torch.sum(torch.mul(query, query), [1], True), 1.0e-06)))");
        line("    k = torch.mul(keys, torch.rsqrt(torch.add(torch.sum(torch.mul(keys, keys), [1], True), 1.0e-06)))");
        line("    likeness = torch.mul(torch.matmul(q, torch.t(k)), 10.)");
        line("    same = torch.eq(torch.unsqueeze(hidden, 0), torch.unsqueeze(hidden, 1))");
        line(
                "    unit = torch.eye(torch.size(h, 0), dtype=6, layout=None, device=ops.prim.device(h), pin_memory=False)");
        line("    twin = torch.sub(torch.to(same, 6), unit)");
        line("    scores = torch.sub(likeness, torch.mul(twin, 1.0e+04))");
        line("    right = torch.sum(torch.mul(likeness, unit), [1])");
        line("    return torch.mean(torch.sub(torch.logsumexp(scores, [1]), right))");
        line("  def contrast_loss(self: __torch__.Ops, %s, hidden: Tensor) -> Tensor:", typed());
        line("    logit, h, s, d = (self).embed(%s, )", names());
        line("    return (self).contrast(p, h, s, d, hidden, )");
    }

    /**
     * The same over a whole graph, a layer at a time, in chunks of rows that write into windows of tensors made before. Sums and
     * loudness of every layer stay, for {@link #one}. Gates are float32[gates][pairs]; an account's pairs are consecutive.
     */
    private void layerwise() {
        line("  def rows_of(self: __torch__.Ops, offsets: Tensor, first: int, last: int) -> Tensor:");
        line("    rows = torch.slice(offsets, 0, first, torch.add(last, 1), 1)");
        line("    return torch.sub(rows, torch.select(rows, 0, 0))");
        line(
                "  def encode_rows(self: __torch__.Ops, p: Tensor, x: Tensor, h: Tensor, first: int, last: int) -> NoneType:");
        line("    rows = (self).encode(p, torch.slice(x, 0, first, last, 1), )");
        line("    _0 = torch.copy_(torch.slice(h, 0, first, last, 1), rows)");
        line("    return None");
        line(
                "  def gate_rows(self: __torch__.Ops, p: Tensor, pairs: Tensor, listen_identifier: Tensor, relation: Tensor,"
                        + " open: Tensor, first: int, last: int) -> NoneType:");
        line("    relations = torch.index_select(relation, 0, torch.slice(listen_identifier, 0, first, last, 1))");
        line("    rows = (self).gates(p, torch.slice(pairs, 0, first, last, 1), relations, )");
        line("    _0 = torch.copy_(torch.slice(open, 1, first, last, 1), rows)");
        line("    return None");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            layerwise(layer);
        }
        int loud = 2 * shape.layers();
        line("  def label_rows(self: __torch__.Ops, p: Tensor, open: Tensor, labels: Tensor, speak_offsets: Tensor,"
                + " speak_account: Tensor, speak_pair: Tensor, sums: Tensor, loudness: Tensor,"
                + " first: int, last: int, from: int, to: int) -> NoneType:");
        line("    offsets = (self).rows_of(speak_offsets, first, last, )");
        line("    accounts = torch.slice(speak_account, 0, from, to, 1)");
        line("    w = torch.index_select(torch.select(open, 0, %d), 0, torch.slice(speak_pair, 0, from, to, 1))", loud);
        line("    _0 = torch.copy_(torch.slice(sums, 0, first, last, 1), (self).bag(labels, accounts, offsets, w, ))");
        line("    all = (self).total(offsets, w, )");
        line("    _1 = torch.copy_(torch.slice(loudness, 0, first, last, 1), all)");
        line("    return None");
        line(
                "  def risk_rows(self: __torch__.Ops, p: Tensor, open: Tensor, h: Tensor, labels: Tensor, listen_offsets: Tensor,"
                        + " listen_identifier: Tensor, sums: Tensor, loudness: Tensor, logit: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:");
        line("    offsets = (self).rows_of(listen_offsets, first, last, )");
        line("    own = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud);
        line("    v = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud + 1);
        line("    mine = torch.slice(labels, 0, first, last, 1)");
        line(
                "    seen = (self).labels_heard(sums, loudness, mine, torch.slice(listen_identifier, 0, from, to, 1), offsets,"
                        + " own, v, )");
        line("    risk = (self).risk(p, torch.slice(h, 0, first, last, 1), seen, )");
        line("    _0 = torch.copy_(torch.slice(logit, 0, first, last, 1), risk)");
        line("    return None");
    }

    private void layerwise(int layer) {
        int loud = 2 * (layer - 1);
        line(
                "  def message_rows_%d(self: __torch__.Ops, p: Tensor, h: Tensor, m: Tensor, first: int, last: int) -> NoneType:",
                layer);
        line("    rows = (self).message_%d(p, torch.slice(h, 0, first, last, 1), )", layer);
        line("    _0 = torch.copy_(torch.slice(m, 0, first, last, 1), rows)");
        line("    return None");
        line(
                "  def speak_rows_%d(self: __torch__.Ops, p: Tensor, open: Tensor, m: Tensor, relation: Tensor,"
                        + " speak_offsets: Tensor, speak_account: Tensor, speak_pair: Tensor, sums: Tensor, loudness: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:",
                layer);
        line("    offsets = (self).rows_of(speak_offsets, first, last, )");
        line("    accounts = torch.slice(speak_account, 0, from, to, 1)");
        line("    w = torch.index_select(torch.select(open, 0, %d), 0, torch.slice(speak_pair, 0, from, to, 1))", loud);
        line(
                "    rows = (self).speak(m, accounts, offsets, w, torch.slice(relation, 0, first, last, 1),"
                        + " (self).scales_%d(p, ), )",
                layer);
        line("    _0 = torch.copy_(torch.slice(sums, 0, first, last, 1), rows)");
        line("    all = (self).total(offsets, w, )");
        line("    _1 = torch.copy_(torch.slice(loudness, 0, first, last, 1), all)");
        line("    return None");
        line(
                "  def listen_rows_%d(self: __torch__.Ops, p: Tensor, open: Tensor, h: Tensor, m: Tensor, relation: Tensor,"
                        + " listen_offsets: Tensor, listen_identifier: Tensor, sums: Tensor, loudness: Tensor,"
                        + " first: int, last: int, from: int, to: int) -> NoneType:",
                layer);
        line("    offsets = (self).rows_of(listen_offsets, first, last, )");
        line("    rows = torch.slice(listen_identifier, 0, from, to, 1)");
        line("    relations = torch.index_select(relation, 0, rows)");
        line("    own = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud);
        line("    v = torch.slice(torch.select(open, 0, %d), 0, from, to, 1)", loud + 1);
        line("    said = torch.slice(m, 0, first, last, 1)");
        line(
                "    mean, sum = (self).heard(sums, loudness, said, rows, offsets, relations, own, v, (self).scales_%d(p, ), )",
                layer);
        line("    window = torch.slice(h, 0, first, last, 1)");
        line("    _0 = torch.copy_(window, (self).update_%d(p, window, mean, sum, ))", layer);
        line("    return None");
    }

    /** One account against what the identifiers of the whole graph have said: log odds, then its embedding, in one row. */
    private void one() {
        line("  def one(self: __torch__.Ops, p: Tensor, x: Tensor, features: Tensor, inside: Tensor, label: Tensor,"
                + " rows: Tensor, relation: Tensor, sums: List[Tensor], loudness: List[Tensor]) -> Tensor:");
        line("    relations = torch.index_select(relation, 0, rows)");
        line("    open = (self).gates(p, features, relations, )");
        line("    own = torch.mul(open, inside)");
        line("    none = torch.new_zeros(rows, [1])");
        line("    offsets = torch.cat([none, torch.add(none, torch.size(rows, 0))], 0)");
        line("    h0 = (self).encode(p, x, )");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            int before = layer - 1;
            line("    m%1$d = (self).message_%1$d(p, h%2$d, )", layer, before);
            line(
                    "    mean%1$d, sum%1$d = (self).heard(sums[%2$d], loudness[%2$d], m%1$d, rows, offsets, relations,"
                            + " torch.select(own, 0, %3$d), torch.select(open, 0, %4$d), (self).scales_%1$d(p, ), )",
                    layer, before, 2 * before, 2 * before + 1);
            line("    h%1$d = (self).update_%1$d(p, h%2$d, mean%1$d, sum%1$d, )", layer, before);
        }
        line(
                "    seen = (self).labels_heard(sums[%1$d], loudness[%1$d], label, rows, offsets, torch.select(own, 0, %2$d),"
                        + " torch.select(open, 0, %3$d), )",
                shape.layers(), 2 * shape.layers(), 2 * shape.layers() + 1);
        line("    risk = (self).risk(p, h%d, seen, )", shape.layers());
        line("    return torch.cat([torch.reshape(risk, [1, 1]), h%d], 1)", shape.layers());
    }

    /** The window of a parameter in the flat tensor {@code p}: a vector when it has one row and is a bias or norm. */
    private String part(String name) {
        var part = layout.part(name);
        String window = "torch.narrow(p, 0, %d, %d)".formatted(part.start(), part.size());
        boolean vector = part.rows() == 1 && !name.contains("weight");
        return vector ? window : "torch.reshape(%s, [%d, %d])".formatted(window, part.rows(), part.columns());
    }

    private void line(String format, Object... arguments) {
        text.append(format.formatted(arguments)).append('\n');
    }
}
