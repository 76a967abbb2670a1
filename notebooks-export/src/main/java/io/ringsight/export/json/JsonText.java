package io.ringsight.export.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, numbers, truth values and strings as JSON; map order is kept, so equal content gives equal text. Anything
 * else is written as its {@code toString()}.
 */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** One line, without a line feed at its end. */
    public static String line(@Nullable Object value) {
        return text(value, false);
    }

    /** Indented, with a line feed at its end. */
    public static String page(@Nullable Object value) {
        return text(value, true) + "\n";
    }

    private static String text(@Nullable Object value, boolean indented) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (indented) {
                var printer = new DefaultPrettyPrinter();
                var lines = new DefaultIndenter("  ", "\n");
                printer.indentObjectsWith(lines);
                printer.indentArraysWith(lines);
                json.setPrettyPrinter(printer);
            }
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Double number -> writeDouble(json, number);
            case Float number -> writeDouble(json, number);
            case Number number -> json.writeNumber(number.toString());
            default -> json.writeString(value.toString());
        }
    }

    private static void writeDouble(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }
}
