package io.ringsight.gnn.pytorch;

/** Our fused operations on graphs, as TorchScript. Every one works in place on a window of rows of its target. */
final class GraphOperations {
    /**
     * {@code embedding_bag} in mode 0 (sum) with {@code include_last_offset}: its offsets are the row pointer of a
     * compressed sparse row index. Each sum is made by one thread, in order: bytes do not depend on the thread count.
     */
    private static final String METHODS = """
              def forward(self: __torch__.Ops,
                x: Tensor) -> Tensor:
                return x
              def put(self: __torch__.Ops,
                rows: Tensor,
                target: Tensor,
                first: int) -> NoneType:
                last = torch.add(first, torch.size(rows, 0))
                window = torch.slice(target, 0, first, last, 1)
                _0 = torch.copy_(window, rows)
                return None
              def aggregate(self: __torch__.Ops,
                source: Tensor,
                neighbours: Tensor,
                offsets: Tensor,
                scale: Tensor,
                target: Tensor,
                first: int) -> NoneType:
                last = torch.add(first, torch.size(scale, 0))
                window = torch.slice(target, 0, first, last, 1)
                sums, _0, _1, _2 = torch.embedding_bag(source, neighbours, offsets, False, 0, False, None, True)
                scaled = torch.mul_(sums, torch.unsqueeze(scale, 1))
                _3 = torch.copy_(window, scaled)
                return None
              def add_normalised(self: __torch__.Ops,
                source: Tensor,
                first: int,
                weight: float,
                target: Tensor) -> NoneType:
                last = torch.add(first, torch.size(target, 0))
                rows = torch.slice(source, 0, first, last, 1)
                length = torch.sqrt(torch.sum(torch.mul(rows, rows), [1], True))
                long_enough = torch.gt(length, 9.9999999999999995e-07)
                factor = torch.div(torch.mul(long_enough, weight), torch.clamp_min(length, 9.9999999999999995e-07))
                share = torch.mul(rows, factor)
                _0 = torch.add_(target, torch.to(share, target))
                return None
            """;

    private GraphOperations() {}

    static byte[] archive() {
        return TorchScriptArchive.of(METHODS);
    }
}
