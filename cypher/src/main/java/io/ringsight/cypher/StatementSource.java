package io.ringsight.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a {@code .cypher} file holds. Its header is its leading comment lines: prose that says what the statement does,
 * then one line {@code // @param name TYPE meaning} for each parameter and, where it calls the graph data science
 * library, {@code // @needs gds}.
 */
record StatementSource(String text, Map<String, ParameterType> parameters, boolean needsGds) {
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) (\\w+)( .*)?");

    static StatementSource read(String path) {
        try (var stream = StatementSource.class.getResourceAsStream(path + ".cypher")) {
            if (stream == null) {
                throw new IllegalStateException("No statement file " + path + ".cypher on the class path.");
            }
            return parse(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StatementSource parse(String path, String file) {
        var parameters = new LinkedHashMap<String, ParameterType>();
        var body = new StringBuilder();
        boolean needsGds = false;
        boolean described = false;
        for (String line : file.lines().toList()) {
            if (body.isEmpty() && line.startsWith("//")) {
                String comment = line.substring(2).strip();
                var parameter = PARAMETER.matcher(comment);
                if (parameter.matches()) {
                    parameters.put(parameter.group(1), ParameterType.of(parameter.group(2)));
                } else if (comment.equals("@needs gds")) {
                    needsGds = true;
                } else if (comment.startsWith("@")) {
                    throw new IllegalStateException(path + ": cannot read header line '" + line + "'.");
                } else {
                    described = true;
                }
            } else {
                body.append(line).append('\n');
            }
        }
        if (!described || body.toString().isBlank()) {
            throw new IllegalStateException(path + ": a statement needs a sentence about itself and a body.");
        }
        return new StatementSource(body.toString().strip(), Map.copyOf(parameters), needsGds);
    }
}
