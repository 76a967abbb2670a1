package io.ringsight.gnn.pytorch;

import io.ringsight.gnn.model.ModelShape;
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
    private final ScriptText text;

    private SageScript(ModelShape shape, ScriptText text) {
        this.shape = shape;
        this.text = text;
    }

    static byte[] archive(ModelShape shape) {
        var text = new ScriptText(shape);
        text.append(SageKernels.METHODS);
        new SageScript(shape, text).write();
        new ServingScript(shape, text).write();
        return TorchScriptArchive.of(text.toString());
    }

    private void write() {
        encode();
        for (int layer = 1; layer <= shape.layers(); layer++) {
            message(layer);
            update(layer);
        }
        head();
        embed();
        objectives();
    }

    private void encode() {
        text.line("  def encode(self: __torch__.Ops, p: Tensor, x: Tensor) -> Tensor:");
        text.line("    raw = torch.relu(torch.addmm(%s, x, %s))", text.part("encode_bias"), text.part("encode_weight"));
        text.line("    return (self).norm(raw, %s, %s, )", text.part("encode_scale"), text.part("encode_shift"));
        text.line("  def gates(self: __torch__.Ops, p: Tensor, features: Tensor, relations: Tensor) -> Tensor:");
        text.line("    own = torch.matmul(features, %s)", text.part("gate_weight"));
        text.line("    sum = torch.add(own, torch.index_select(%s, 0, relations))", text.part("gate_bias"));
        text.line("    open = torch.add(torch.mul(torch.sigmoid(sum), 0.95), 0.05)");
        text.line("    return torch.contiguous(torch.t(open))");
    }

    private void message(int layer) {
        text.line("  def message_%d(self: __torch__.Ops, p: Tensor, h: Tensor) -> Tensor:", layer);
        text.line(
                "    return torch.relu(torch.addmm(%s, h, %s))",
                text.part("message_bias_" + layer), text.part("message_weight_" + layer));
        text.line("  def scales_%d(self: __torch__.Ops, p: Tensor) -> Tensor:", layer);
        text.line("    return %s", text.part("relation_" + layer));
    }

    private void update(int layer) {
        text.line(
                "  def update_%d(self: __torch__.Ops, p: Tensor, h: Tensor, mean: Tensor, sum: Tensor) -> Tensor:",
                layer);
        text.line("    all = torch.cat([h, mean, sum], 1)");
        text.line(
                "    news = torch.relu(torch.addmm(%s, all, %s))",
                text.part("update_bias_" + layer), text.part("update_weight_" + layer));
        text.line(
                "    return (self).norm(torch.add(h, news), %s, %s, )",
                text.part("norm_scale_" + layer), text.part("norm_shift_" + layer));
    }

    private void head() {
        text.line("  def risk(self: __torch__.Ops, p: Tensor, h: Tensor, labels: Tensor) -> Tensor:");
        text.line("    all = torch.cat([h, labels], 1)");
        text.line(
                "    hidden = torch.relu(torch.addmm(%s, all, %s))",
                text.part("hidden_bias"), text.part("hidden_weight"));
        text.line("    logit = torch.addmm(%s, hidden, %s)", text.part("risk_bias"), text.part("risk_weight"));
        text.line("    return torch.reshape(logit, [-1])");
    }

    /** A whole subgraph in one call: log odds and embeddings of the seeds, and what the last layer's identifiers said. */
    private void embed() {
        text.line("  def embed(self: __torch__.Ops, %s) -> Tuple[Tensor, Tensor, Tensor, Tensor]:", typed());
        text.line("    listen_relation = torch.index_select(relation, 0, listen_identifier)");
        text.line("    speak_count = torch.sub(torch.slice(speak_offsets, 0, 1, 9223372036854775807, 1), "
                + "torch.slice(speak_offsets, 0, 0, -1, 1))");
        text.line(
                "    speak_relation = torch.repeat_interleave(relation, speak_count, 0, output_size=torch.size(speak_account, 0))");
        text.line("    listening = (self).gates(p, torch.index_select(pairs, 0, listen_pair), listen_relation, )");
        text.line("    speaking = (self).gates(p, torch.index_select(pairs, 0, speak_pair), speak_relation, )");
        text.line("    listening_kept = torch.mul(listening, listen_kept)");
        text.line("    own = torch.mul(listening_kept, inside)");
        text.line("    speaking_kept = torch.mul(speaking, speak_kept)");
        text.line("    h0 = (self).encode(p, torch.mul(torch.index_select(x, 0, accounts), kept), )");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            layer(layer);
        }
        int loud = 2 * shape.layers();
        text.line(
                "    label_weights = torch.slice(torch.select(speaking_kept, 0, %d), 0, 0, torch.size(sa, 0), 1)",
                loud);
        text.line("    label_sums = (self).bag(labels, sa, so, label_weights, )");
        text.line("    label_loudness = (self).total(so, label_weights, )");
        text.line(
                "    seen = (self).labels_heard(label_sums, label_loudness, torch.slice(labels, 0, 0, n, 1), li, lo,"
                        + " torch.slice(torch.select(own, 0, %d), 0, 0, e, 1),"
                        + " torch.slice(torch.select(listening_kept, 0, %d), 0, 0, e, 1), )",
                loud, loud + 1);
        text.line("    return ((self).risk(p, h%1$d, seen, ), h%1$d, s%1$d, d%1$d)", shape.layers());
    }

    private static String typed() {
        return TENSORS.stream().map(name -> name + ": Tensor").collect(Collectors.joining(", "));
    }

    private static String names() {
        return String.join(", ", TENSORS);
    }

    private void layer(int layer) {
        int before = layer - 1;
        text.line("    n = int(torch.select(counts, 0, %d))", layer);
        text.line("    i = int(torch.select(counts, 0, %d))", shape.layers() + layer);
        text.line("    lo = torch.slice(listen_offsets, 0, 0, torch.add(n, 1), 1)");
        text.line("    e = int(torch.select(counts, 0, %d))", 2 * shape.layers() + layer);
        text.line("    so = torch.slice(speak_offsets, 0, 0, torch.add(i, 1), 1)");
        text.line("    t = int(torch.select(counts, 0, %d))", 3 * shape.layers() + layer);
        text.line("    li = torch.slice(listen_identifier, 0, 0, e, 1)");
        text.line("    sa = torch.slice(speak_account, 0, 0, t, 1)");
        text.line("    w = torch.slice(torch.select(speaking_kept, 0, %d), 0, 0, t, 1)", 2 * before);
        text.line("    m%d = (self).message_%d(p, h%d, )", layer, layer, before);
        text.line(
                "    s%d = (self).speak(m%d, sa, so, w, torch.slice(relation, 0, 0, i, 1), (self).scales_%d(p, ), )",
                layer, layer, layer);
        text.line("    d%d = (self).total(so, w, )", layer);
        text.line(
                "    mean%1$d, sum%1$d = (self).heard(s%1$d, d%1$d, torch.slice(m%1$d, 0, 0, n, 1), li, lo,"
                        + " torch.slice(listen_relation, 0, 0, e, 1), torch.slice(torch.select(own, 0, %2$d), 0, 0, e, 1),"
                        + " torch.slice(torch.select(listening_kept, 0, %3$d), 0, 0, e, 1), (self).scales_%1$d(p, ), )",
                layer, 2 * before, 2 * before + 1);
        text.line(
                "    h%1$d = (self).update_%1$d(p, torch.slice(h%2$d, 0, 0, n, 1), mean%1$d, sum%1$d, )",
                layer, before);
    }

    private void objectives() {
        text.line("  def supervised(self: __torch__.Ops, logit: Tensor, target: Tensor, weight: Tensor) -> Tensor:");
        text.line("    each = torch.sub(torch.softplus(logit), torch.mul(logit, target))");
        text.line("    return torch.div(torch.sum(torch.mul(each, weight)), torch.sum(weight))");
        text.line("  def supervised_loss(self: __torch__.Ops, %s, target: Tensor, weight: Tensor) -> Tensor:", typed());
        text.line("    logit, h, s, d = (self).embed(%s, )", names());
        text.line("    return (self).supervised(logit, target, weight, )");
        text.line(
                "  def contrast(self: __torch__.Ops, p: Tensor, h: Tensor, sums: Tensor, loudness: Tensor, hidden: Tensor) -> Tensor:");
        text.line("    query = torch.matmul(h, %s)", text.part("query_weight"));
        text.line(
                "    keys = torch.div(torch.index_select(sums, 0, hidden), torch.clamp_min(torch.index_select(loudness, 0, hidden), 0.01))");
        text.line(
                "    q = torch.mul(query, torch.rsqrt(torch.add(torch.sum(torch.mul(query, query), [1], True), 1.0e-06)))");
        text.line(
                "    k = torch.mul(keys, torch.rsqrt(torch.add(torch.sum(torch.mul(keys, keys), [1], True), 1.0e-06)))");
        text.line("    likeness = torch.mul(torch.matmul(q, torch.t(k)), 10.)");
        text.line("    same = torch.eq(torch.unsqueeze(hidden, 0), torch.unsqueeze(hidden, 1))");
        text.line(
                "    unit = torch.eye(torch.size(h, 0), dtype=6, layout=None, device=ops.prim.device(h), pin_memory=False)");
        text.line("    twin = torch.sub(torch.to(same, 6), unit)");
        text.line("    scores = torch.sub(likeness, torch.mul(twin, 1.0e+04))");
        text.line("    right = torch.sum(torch.mul(likeness, unit), [1])");
        text.line("    return torch.mean(torch.sub(torch.logsumexp(scores, [1]), right))");
        text.line("  def contrast_loss(self: __torch__.Ops, %s, hidden: Tensor) -> Tensor:", typed());
        text.line("    logit, h, s, d = (self).embed(%s, )", names());
        text.line("    return (self).contrast(p, h, s, d, hidden, )");
    }
}
