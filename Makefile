# Words for what one does often. Each prints the line that it runs.
.PHONY: help build test verify fuzz quality baseline format sbom demo clean

help: ## these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

build: ## jars, no tests
	./mvnw -q -DskipTests package

test: ## unit and property tests
	./mvnw test

verify: ## everything that must pass
	./mvnw -B verify

fuzz: ## hostile request bodies, for about an hour
	./mvnw -B -Pfuzz -pl api -am -Dtest=HostileBodyProperties -Dit.test=HostileIT -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false verify

quality: ## the quality gate on 100,000 accounts too
	./mvnw -B -Pquality -pl api -am -Dit.test=QualityIT -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=QualityGateTest verify

baseline: ## what quality is now, into docs/quality-baseline*.json: give the reason there
	./ringsight simulate --accounts 6000 --seed 7 --out target/quality/small
	./ringsight evaluate target/quality/small --opponents none --replay-steps 0 --out target/quality/small-report --write-baseline docs/quality-baseline.json || [ $$? -eq 3 ]
	./ringsight simulate --accounts 100000 --seed 7 --out target/quality/large
	./ringsight evaluate target/quality/large --out target/quality/large-report --write-baseline docs/quality-baseline-100k.json || [ $$? -eq 3 ]

format: ## sources as the build wants them
	./mvnw -q process-sources

sbom: ## target/bom.json
	./mvnw -q -DskipTests -Psbom package

demo: ## a small population, its rings in the browser
	./ringsight demo

clean: ## no build output
	./mvnw -q clean
