package io.ringsight.gnn.pytorch;

/** The parts of the network that no shape changes, as TorchScript: sums over rows, norms, what is heard of the others. */
final class SageKernels {
    static final String METHODS = """
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

    private SageKernels() {}
}
