package io.ringsight.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.gnn.Views;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hundred accounts, one a day, each labelled ten days later. */
class ExamplesTest {
    private static final long DAY = 86_400_000;

    private final List<TrainingView> views = List.of(view(50), view(100));

    @Test
    void aLabelIsSeenFromTheDayItWasLearned() {
        byte[] seen = Examples.all(views).visible(0);
        for (int account = 0; account < seen.length; account++) {
            long created = views.getFirst().view().createdAt()[account] / DAY;
            assertThat(seen[account] != 0).isEqualTo(created + 10 <= 50);
        }
    }

    @Test
    void theLastFifthIsHeldOutAndItsLabelsAreHidden() {
        var examples = Examples.withHeld(views);
        byte[] seen = examples.visible(1);
        long[] created = views.getLast().view().createdAt();
        assertThat(examples.held()).hasSize(20);
        assertThat(Arrays.stream(examples.held()))
                .allMatch(account -> created[account] >= 80 * DAY && seen[account] == 0);
        assertThat(Arrays.stream(examples.fit()[1])).allMatch(account -> created[account] < 80 * DAY);
    }

    @Test
    void anAccountIsJudgedWhileItIsYoungOrElseInTheFirstViewThatKnowsIt() {
        int[][] fit = Examples.all(views).fit();
        long[] created = views.getLast().view().createdAt();
        assertThat(fit[0]).hasSize(51);
        assertThat(Arrays.stream(fit[1])
                        .mapToLong(account -> created[account] / DAY)
                        .min())
                .hasValue(51);
    }

    private static TrainingView view(long day) {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        var labels = new ArrayList<AccountLabel>();
        for (int account = 0; account < 100; account++) {
            long time = account * DAY;
            int number = builder.account("account-" + account, time, time, Double.NaN);
            builder.sighting(number, 0, new Token(0, account / 4), time, time);
            Verdict verdict = account % 5 == 0 ? Verdict.FRAUD : Verdict.LEGIT;
            labels.add(new AccountLabel("account-" + account, verdict, time + 10 * DAY));
        }
        IdentityGraph snapshot = builder.build().asOf(day * DAY);
        var view = GraphView.of(snapshot, day * DAY, Resemblances.none(), Views.noColumns(), Progress.silent());
        return new TrainingView(view, LabelColumns.of(snapshot, labels));
    }
}
