package io.ringsight.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.ringsight.api.pipeline.ProductVersion;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The console's files and the description of the API. All come from the jar; nothing is fetched from elsewhere. */
@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    private static final String DESCRIPTION = "/META-INF/swagger/ringsight.yml";

    @Get("/")
    HttpResponse<byte[]> console() {
        return file("/console/index.html", "html");
    }

    @Get("/console/{name}")
    HttpResponse<byte[]> part(@PathVariable String name) {
        if (name.equals("cytoscape.min.js")) {
            return file(
                    "/META-INF/resources/webjars/cytoscape/" + ProductVersion.cytoscape() + "/dist/cytoscape.min.js",
                    "js");
        }
        if (!name.matches("[a-z]+\\.(html|css|js|svg)")) {
            throw missing(name);
        }
        return file("/console/" + name, name.substring(name.lastIndexOf('.') + 1));
    }

    @Get("/swagger")
    HttpResponse<byte[]> swagger() {
        return file("/console/swagger.html", "html");
    }

    @Get("/swagger/ringsight.yml")
    @Produces("application/yaml")
    HttpResponse<byte[]> description() {
        return HttpResponse.ok(bytes(DESCRIPTION)).contentType("application/yaml");
    }

    /** The same description, for the page that shows it. */
    @Get("/swagger/ringsight.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<String> descriptionAsJson() {
        return HttpResponse.ok(json(bytes(DESCRIPTION)));
    }

    private static String json(byte[] yaml) {
        Object description =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
        return JsonText.line(description);
    }

    private static HttpResponse<byte[]> file(String path, String ending) {
        return HttpResponse.ok(bytes(path)).contentType(TYPES.get(ending));
    }

    private static byte[] bytes(String path) {
        try (InputStream file = PageController.class.getResourceAsStream(path)) {
            if (file != null) {
                return file.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw missing(path.substring(path.lastIndexOf('/') + 1));
    }

    private static RingsightException missing(String name) {
        return new RingsightException(ErrorCode.NOT_FOUND, "There is no file '" + name + "' here.", "");
    }
}
