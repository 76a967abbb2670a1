# Words for what one does often. Each prints the line that it runs.
.PHONY: help build test verify format sbom demo clean

help: ## these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

build: ## jars, no tests
	./mvnw -q -DskipTests package

test: ## unit and property tests
	./mvnw test

verify: ## everything that must pass
	./mvnw -B verify

format: ## sources as the build wants them
	./mvnw -q process-sources

sbom: ## target/bom.json
	./mvnw -q -DskipTests -Psbom package

demo: ## a small population, its rings in the browser
	./ringsight demo

clean: ## no build output
	./mvnw -q clean
