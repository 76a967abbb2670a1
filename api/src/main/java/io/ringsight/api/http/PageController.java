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
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
        return name.matches("[a-z]+\\.(html|css|js|svg)")
                ? file("/console/" + name, name.substring(name.lastIndexOf('.') + 1))
                : HttpResponse.notFound();
    }

    @Get("/swagger")
    HttpResponse<byte[]> swagger() {
        return file("/console/swagger.html", "html");
    }

    @Get("/swagger/ringsight.yml")
    @Produces("application/yaml")
    HttpResponse<byte[]> description() {
        return bytes("/META-INF/swagger/ringsight.yml")
                .map(yaml -> HttpResponse.ok(yaml).contentType("application/yaml"))
                .orElseGet(HttpResponse::notFound);
    }

    /** The same description, for the page that shows it. */
    @Get("/swagger/ringsight.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<String> descriptionAsJson() {
        return bytes("/META-INF/swagger/ringsight.yml")
                .map(yaml -> HttpResponse.ok(json(yaml)))
                .orElseGet(HttpResponse::notFound);
    }

    private static String json(byte[] yaml) {
        Object description =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
        return JsonText.line(description);
    }

    private static HttpResponse<byte[]> file(String path, String ending) {
        return bytes(path)
                .map(content -> HttpResponse.ok(content).contentType(TYPES.get(ending)))
                .orElseGet(HttpResponse::notFound);
    }

    private static Optional<byte[]> bytes(String path) {
        try (InputStream file = PageController.class.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
