package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.source.RecordSet;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "records",
        description = "Turns a record-linkage set (FEBRL layout) into applications with truth, for evaluate.",
        footer = {
            "",
            "Each record becomes an account; the records of one entity are a true ring of honest accounts, so that links"
                    + " and rings are scored, and there is no fraud to rank.",
            "",
            "  rec_id                        account_id",
            "  surname, given_name           name",
            "  date_of_birth (yyyymmdd)      date_of_birth; left out when it is no date",
            "  street_number address_1,",
            "    address_2, suburb,",
            "    postcode state              identifier address",
            "  soc_sec_id                    identifier tax_id",
            "  entity_id                     ring_id, when it has two records or more",
            "",
            "All accounts are created at one time, as the sets know none.",
            "",
            "  ringsight evaluate records febrl_dataset3.csv --out records",
            "  ringsight evaluate records --withhold soc_sec_id febrl_dataset3.csv --out records",
            "  ringsight evaluate records/ --out report"
        })
final class EvaluateRecordsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "febrl_dataset3.csv or febrl_dataset4ab.csv.")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Option(
            names = "--withhold",
            paramLabel = "FIELD",
            description = "Leave a column out, such as soc_sec_id. May be repeated.")
    private @Nullable List<String> withheld;

    @Mixin
    private OutputOptions output = new OutputOptions();

    EvaluateRecordsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RecordSet.Converted converted = RecordSet.convert(file, out, fields());
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("records", converted.records());
            json.put("entities", converted.entities());
            json.put("pairs", converted.pairs());
            json.put("dates_left_out", converted.datesLeftOut());
            json.put("rejected", converted.rejected());
            terminal.json(json);
        } else {
            terminal.say("%s records with %s pairs of one entity written to %s; %s dates of birth are no dates."
                    .formatted(
                            Summary.number(converted.records()),
                            Summary.number(converted.pairs()),
                            out,
                            Summary.number(converted.datesLeftOut())));
            terminal.say("Score them with: ringsight evaluate %s --out REPORT".formatted(out));
        }
        return converted.rejected() > 0 ? ExitCodes.DONE_WITH_REJECTIONS : ExitCodes.GOOD;
    }

    private Set<String> fields() {
        Set<String> fields = new HashSet<>(withheld == null ? List.of() : withheld);
        for (String field : fields) {
            if (!RecordSet.FIELDS.contains(field)) {
                throw new RingsightException(
                        ErrorCode.USAGE,
                        "There is no field '" + field + "' to withhold.",
                        "Maybe one of these was meant: " + String.join(", ", RecordSet.FIELDS) + ".");
            }
        }
        return fields;
    }
}
