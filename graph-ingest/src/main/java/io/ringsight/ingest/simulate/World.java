package io.ringsight.ingest.simulate;

import java.util.HexFormat;

/** What all towns of a population have in common: time, faces, carriers, models of telephone. Immutable. */
final class World {
    /** Accounts of a town at most: what is held in memory at once. */
    static final int TOWN = 10_000;
    /** Numbers a town can give out. */
    static final int NUMBERS = 5 * TOWN;

    private static final int PER_CARRIER_ADDRESS = 1_500; // accounts
    private static final int PER_MODEL = 5_000; // accounts
    private static final int PER_FORWARDER = 2_500; // accounts

    final SimulationParameters parameters;
    final Dials dials;
    final FaceSpace faces;
    final Moments moments;

    World(SimulationParameters parameters) {
        this.parameters = parameters;
        this.dials = parameters.dials();
        this.faces = new FaceSpace(dials.of(Dial.STRANGERS));
        this.moments = new Moments(parameters);
    }

    int towns() {
        return (parameters.accounts() + TOWN - 1) / TOWN;
    }

    /** How many accounts there are before a town's. */
    int accountsBefore(int town) {
        return (int) ((long) parameters.accounts() * town / towns());
    }

    /** How many fraudulent ones there are among them. */
    int fraudBefore(int town) {
        return (int) Math.round(accountsBefore(town) * parameters.prevalence());
    }

    /** An address that a mobile carrier gives to thousands, of the documentation and benchmark ranges. */
    String carrierAddress(Chance chance) {
        int number = chance.below(2 + parameters.accounts() / PER_CARRIER_ADDRESS);
        if (number < 254) {
            return "203.0.113." + (1 + number);
        }
        return "198.19.%d.%d".formatted(128 + number / 254 % 128, 1 + number % 254);
    }

    /** A fingerprint that a whole range of models has. */
    String genericDevice(Chance chance) {
        return device(Permutation.mix(parameters.seed() + chance.below(2 + parameters.accounts() / PER_MODEL)));
    }

    /** Where a forwarding service takes in post. */
    String forwardingAddress(Chance chance) {
        int number = chance.below(2 + parameters.accounts() / PER_FORWARDER);
        long mixed = Permutation.mix(~parameters.seed() + number) >>> 1;
        String street = Names.STREETS.get((int) (mixed % Names.STREETS.size()));
        String town = Names.TOWNS.get((int) (mixed / 64 % Names.TOWNS.size()));
        return "Box %d, %d %s Park, %s"
                .formatted(1 + mixed / 32_768 % 9, 1 + mixed / 1_048_576 % 99, street, People.town(town));
    }

    static String device(long bits) {
        return "dv-" + HexFormat.of().toHexDigits(bits, 14);
    }
}
