package io.ringsight.ingest.simulate;

/**
 * What can be turned about a population as a whole and about honest life in it. Every default says where it is from;
 * "assumption" where nothing published says it for account applications.
 */
enum Dial {
    PREVALENCE(
            "prevalence",
            0.03,
            0,
            0.5,
            "share of accounts that are fraudulent",
            "assumption; issuers rarely publish it, and estimates differ with the definition (Federal Reserve, Synthetic Identity"
                    + " Fraud in the U.S. Payment System, 2019)"),
    LONE(
            "lone.share",
            0.12,
            0,
            1,
            "share of fraudulent accounts that act alone, which no graph can find",
            "assumption"),
    EXPOSURE(
            "fraud.exposure",
            1.5,
            0.1,
            20,
            "money at stake of fraud, as a multiple of that of honest people",
            "assumption"),

    STRANGERS(
            "face.strangers",
            1e-6,
            1e-9,
            1e-2,
            "rate at which the faces of two strangers fall within 56 of 256 bits",
            "the false match rate of NIST's one-to-one tables (FRVT/FRTE 1:1 reports FNMR at FMR 1e-6)"),
    NOISE("face.noise", 0.078, 0.001, 0.5, "disturbance of a picture; 0.078 changes 3.5 % of the bits", "assumption"),
    BAD_LIGHT("face.bad_light", 0.02, 0, 1, "share of pictures in bad light, up to 56 bits off and more", "assumption"),
    SIBLINGS("face.siblings", 0.35, 0, 0.99, "correlation of the faces of brothers and sisters", "assumption"),
    TWINS(
            "face.twins",
            0.95,
            0,
            0.9999,
            "correlation of the faces of twins",
            "assumption: twins are to pass where strangers do not"),
    TWIN_RATE(
            "twin.rate",
            0.03,
            0,
            1,
            "share of pairs of siblings that are twins",
            "assumption, after 31 of 1,000 births being of twins (US National Vital Statistics Reports, Births, 2022), which"
                    + " counts births, not pairs"),

    LIVE_ALONE(
            "household.alone",
            0.29,
            0,
            1,
            "share of households of one person",
            "US Census Bureau, America's Families and Living Arrangements, 2022: 28.9 %"),
    HOUSEHOLD_SIZE(
            "household.size",
            2.5,
            1,
            6,
            "mean persons of a household",
            "US Census Bureau, America's Families and Living Arrangements, 2023: 2.51"),
    APPLIES("household.applies", 0.6, 0, 1, "chance that another one of a household applies too", "assumption"),
    SURNAMES(
            "household.surname",
            0.72,
            0,
            1,
            "chance that a family member bears the surname of the first",
            "assumption"),
    FLATMATES("household.flatmates", 0.12, 0, 1, "share of households of several that are no family", "assumption"),
    FAMILY_DEVICE(
            "household.device",
            0.16,
            0,
            1,
            "chance that a family member applies on the first one's device",
            "assumption"),
    FAMILY_CARD("household.payment", 0.18, 0, 1, "chance that a family member pays as the first one", "assumption"),
    FAMILY_PHONE(
            "household.phone", 0.03, 0, 1, "chance that a family member gives the first one's number", "assumption"),
    FAMILY_PLAN(
            "household.plan",
            0.06,
            0,
            1,
            "chance of a number next to that of a first one of the same surname",
            "assumption"),
    FAMILY_PAPERS(
            "household.papers",
            0.05,
            0,
            1,
            "chance of a document issued with that of a first one of the same surname",
            "assumption"),
    ELSEWHERE(
            "household.elsewhere",
            0.05,
            0,
            1,
            "share of households with a relative elsewhere who shares",
            "assumption"),

    SECOND("second_account.rate", 0.02, 0, 0.5, "chance that a person opens a further account", "assumption"),
    VICTIMS("victim.known", 0.25, 0, 1, "share of stolen identities whose owner has an account", "assumption"),
    RECYCLED(
            "phone.recycled",
            0.006,
            0,
            0.2,
            "share of people whose number was a stranger's before",
            "assumption for the share; numbers age at least 45 days (FCC 18-177, 2018, which counts 35 million disconnected a"
                    + " year)"),
    AGING("phone.aging", 45, 0, 365, "days between two holders of a number", "47 CFR 52.15(f)(1)(ii), FCC 18-177"),
    RESOLD("device.resold", 0.006, 0, 0.2, "share of people whose device was a stranger's before", "assumption"),
    GENERIC(
            "device.generic",
            0.03,
            0,
            1,
            "share of applications with a fingerprint that many devices have",
            "assumption"),

    CARRIER(
            "network.carrier",
            0.3,
            0,
            1,
            "share of visits from a mobile carrier's shared address",
            "assumption for the share; over 90 % of cellular networks translate addresses (Richter et al., IMC 2016)"),
    CAFE("network.cafe", 0.05, 0, 1, "share of visits from a café", "assumption"),
    CAFE_SIZE("network.cafe_size", 9, 1, 1_000, "mean applicants of a café", "assumption"),
    OFFICE("network.office", 0.07, 0, 1, "share of visits from an office", "assumption"),
    OFFICE_SIZE("network.office_size", 14, 1, 10_000, "mean applicants of an office", "assumption"),
    CAMPUS("network.campus", 0.03, 0, 1, "share of applicants on a campus", "assumption"),
    DYNAMIC("network.dynamic", 0.25, 0, 1, "share of homes whose address is given to another home later", "assumption"),
    ELSEWHERE_SEEN(
            "network.second", 0.35, 0, 1, "share of accounts that are later seen from a second place", "assumption"),
    AGENT("agent.share", 0.03, 0, 1, "share of people signed up on the tablet of an agent", "assumption"),
    AGENT_SIZE("agent.size", 30, 1, 10_000, "mean customers of an agent", "assumption"),
    FOREIGN(
            "document.foreign",
            0.06,
            0,
            1,
            "share of documents that are issued where a country is drawn anew, mostly another than the applicant's",
            "assumption"),
    FORWARDING("address.forwarding", 0.008, 0, 1, "share of people with a mail-forwarding address", "assumption"),
    FLATS("address.flats", 0.35, 0, 1, "share of homes with neighbours under the same house number", "assumption"),

    CAMPAIGN("campaign.share", 0.15, 0, 1, "share of honest people who come in bursts, on a campaign", "assumption"),
    NO_FACE("missing.biometric", 0.1, 0, 1, "share of applications without a face", "assumption"),
    NO_DOCUMENT("missing.document", 0.06, 0, 1, "share of applications without a document", "assumption"),
    NO_OTHER(
            "missing.other",
            0.03,
            0,
            1,
            "share of applications without device, address, e-mail or phone, each",
            "assumption"),
    TYPO("text.typo", 0.02, 0, 1, "chance of a slip in a name, an address or an e-mail", "assumption"),
    OCR("text.ocr", 0.015, 0, 1, "chance that one character of a document is misread", "assumption"),
    FORMAT("text.format", 0.3, 0, 1, "chance that a value is written in another usual way", "assumption"),
    LATE("seen.later", 0.45, 0, 1, "chance that an identifier is seen again later", "assumption"),

    LABEL_FRAUD("label.fraud", 0.65, 0, 1, "share of fraud that comes to light at all", "assumption"),
    LABEL_FRAUD_DAYS("label.fraud_days", 30, 0, 3_650, "mean days until it does, after the first five", "assumption"),
    LABEL_LEGIT("label.legit", 0.2, 0, 1, "share of honest accounts that are confirmed as such", "assumption"),
    LABEL_LEGIT_DAYS("label.legit_days", 75, 0, 3_650, "mean days until they are, after the first five", "assumption");

    private final String word;
    private final double usual;
    private final double least;
    private final double most;
    private final String meaning;
    private final String source;

    Dial(String word, double usual, double least, double most, String meaning, String source) {
        this.word = word;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
        this.source = source;
    }

    DialDescription description() {
        return new DialDescription(word, usual, least, most, meaning, source);
    }
}
