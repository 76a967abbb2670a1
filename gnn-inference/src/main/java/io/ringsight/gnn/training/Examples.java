package io.ringsight.gnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which accounts are judged in which view. An account is judged as it looked while it was young, in each view at whose moment it was
 * at most {@link #YOUNG} old, or else in the first that knows it: what is served is trained. The labelled accounts created last are
 * held out to decide when to stop; their labels are hidden then, as those of the accounts to come will be.
 */
final class Examples {
    /** Milliseconds. */
    static final long YOUNG = 45L * 86_400_000;

    private static final double HELD = 0.2;

    private final List<TrainingView> views;
    private final long heldFrom;

    private Examples(List<TrainingView> views, long heldFrom) {
        this.views = views;
        this.heldFrom = heldFrom;
    }

    /** @param views by moment */
    static Examples withHeld(List<TrainingView> views) {
        TrainingView last = views.getLast();
        long[] created = Arrays.stream(labelled(last))
                .mapToLong(account -> last.view().createdAt()[account])
                .sorted()
                .toArray();
        int cut = (int) Math.ceil(created.length * (1 - HELD));
        boolean some = cut < created.length && created[cut] > created[0];
        return new Examples(views, some ? created[cut] : Long.MAX_VALUE);
    }

    static Examples all(List<TrainingView> views) {
        return new Examples(views, Long.MAX_VALUE);
    }

    /** Accounts of the last view that decide when to stop. */
    int[] held() {
        TrainingView last = views.getLast();
        return Arrays.stream(labelled(last))
                .filter(account -> last.view().createdAt()[account] >= heldFrom)
                .toArray();
    }

    /** Labels to be seen in a view: learned by its moment, and not of an account held out. */
    byte[] visible(int view) {
        TrainingView of = views.get(view);
        byte[] known = of.labels().at(of.view().moment());
        for (int account = 0; account < known.length; account++) {
            if (of.view().createdAt()[account] >= heldFrom) {
                known[account] = 0;
            }
        }
        return known;
    }

    /** int[views][]: accounts to learn from. */
    int[][] fit() {
        int[][] fit = new int[views.size()][];
        long previous = Long.MIN_VALUE;
        for (int k = 0; k < fit.length; k++) {
            TrainingView of = views.get(k);
            long moment = of.view().moment();
            long before = previous;
            fit[k] = Arrays.stream(labelled(of))
                    .filter(account -> of.view().createdAt()[account] < heldFrom)
                    .filter(account -> of.view().createdAt()[account] > Math.min(before, moment - YOUNG))
                    .toArray();
            previous = moment;
        }
        return fit;
    }

    /** Never 0 or 1. */
    double shareOfFraud() {
        double fraud = 1;
        double all = 2;
        int[][] fit = fit();
        for (int view = 0; view < fit.length; view++) {
            byte[] verdict = views.get(view).labels().verdict();
            for (int account : fit[view]) {
                fraud += verdict[account] > 0 ? 1 : 0;
                all++;
            }
        }
        return fraud / all;
    }

    private static int[] labelled(TrainingView view) {
        int[] accounts = new int[view.labels().verdict().length];
        int count = 0;
        for (int account = 0; account < accounts.length; account++) {
            if (view.labels().verdict()[account] != 0) {
                accounts[count++] = account;
            }
        }
        return Arrays.copyOf(accounts, count);
    }

    /** Seeds of one step. */
    record Batch(int view, int[] seeds) {}

    /** Cuts shuffled accounts into batches of about that size and shuffles those of all views. */
    static List<Batch> batches(int[][] accounts, int size, RandomGenerator random) {
        var batches = new ArrayList<Batch>();
        for (int view = 0; view < accounts.length; view++) {
            int[] shuffled = accounts[view].clone();
            shuffle(shuffled, random);
            int parts = Math.ceilDiv(shuffled.length, size);
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) shuffled.length * part / parts);
                int to = (int) ((long) shuffled.length * (part + 1) / parts);
                batches.add(new Batch(view, Arrays.copyOfRange(shuffled, from, to)));
            }
        }
        for (int i = batches.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Batch kept = batches.get(i);
            batches.set(i, batches.get(other));
            batches.set(other, kept);
        }
        return batches;
    }

    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }
}
