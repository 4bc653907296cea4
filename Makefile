# make plan    installs what is missing, builds tranche and plans the example region
# make help    lists the rest

SWIFT = swift
PREFIX = /usr/local
DESTDIR =
PACKAGES = libglpk-dev libtomlplusplus-dev nettle-dev libxlsxwriter-dev libzip-dev libexpat1-dev \
	libcairo2-dev libpango1.0-dev pkg-config
TEST_PACKAGES = glpk-utils parallel python3 python3-venv chromium poppler-utils \
	libreoffice-calc-nogui default-jre-headless zsh fish
PACKING = dpkg-dev patchelf xz-utils fonts-liberation python3-pyelftools python3-wheel buildah
SHIPPED = Sources/RegionFiles/ShippedFiles.swift

.DEFAULT_GOAL := help
.PHONY: help plan test build deps deps-test install man format lint clean bench embed release reproduce sanitize faults \
	differential fuzz proofs mutate docs sessions cluster bundle deb wheel image packages-test deps-packages

help:
	@echo "make plan            plan the example region, Devon and Cornwall, into plan/"
	@echo "make test            run all tests"
	@echo "make build           build the program, optimised"
	@echo "make install         install it with manual pages and shell completion (PREFIX=$(PREFIX))"
	@echo "make deps            install the Debian packages that are missing"
	@echo "make release         build it for others into release/: Swift's library inside, stripped, checksums"
	@echo "make bundle          the release with its libraries and a font, for Debian 12, Ubuntu 22.04 or later, into packages/"
	@echo "make deb             the bundle as a Debian package; make wheel: for pip; make image: for containers (OCI)"
	@echo "make packages-test   install each in a clean Debian 12 and 13, plan, export, compare, remove (as root)"
	@echo "make reproduce       build the release twice, in two folders, and compare every byte"
	@echo "make sanitize        tests under AddressSanitizer and ThreadSanitizer"
	@echo "make faults          kill it 200 times a verb, fail every write and every solver, fill disks, set clocks"
	@echo "make differential    solve 300 small random regions again by an independent exact model"
	@echo "make cluster         a sweep as a job array of Slurm on this machine, as root: the same bytes as one process"
	@echo "make proofs          try 100,000 certificates, honest and forged, against every plan of small regions"
	@echo "make mutate          make each mistake of Tests/Mutations/list in a copy, and see that a test fails"
	@echo "make fuzz            fuzz the readers, ten minutes each"
	@echo "make bench           plan every region of Data/regions, with a table of times and bounds"
	@echo "make format, lint    format the sources, or check their format"
	@echo "make docs            make docs/index.html: README, articles and CONTRIBUTING as pages that open from disk"
	@echo "make sessions        run again what README and articles show, and say which lines are out of date"
	@echo "make embed           write the shipped data into the program again, after a change in Data/"
	@echo "make clean           remove what was built (plan/ stays)"

plan: build
	@"$$($(SWIFT) build -c release --show-bin-path)/tranche" plan Data/regions/devon-cornwall -o "$$(pwd)/plan"

build: deps
	$(SWIFT) build -c release

test: deps deps-test
	$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-tests --disable-xctest

deps:
	@sh .ci/deps $(PACKAGES)

deps-test:
	@sh .ci/deps $(TEST_PACKAGES)
	@sh .ci/python

install: build man
	@sh .ci/install "$$($(SWIFT) build -c release --show-bin-path)/tranche" .build/man "$(DESTDIR)$(PREFIX)"

man: build
	@SWIFT="$(SWIFT)" sh .ci/man .build/man

release: deps
	@sh .ci/release

deps-packages:
	@sh .ci/deps $(PACKING)

bundle: deps-packages release
	@.ci/package/bundle release packages

deb: bundle man
	@.ci/package/deb release packages .build/man

wheel: bundle
	@.ci/package/wheel release packages

image: bundle
	@.ci/package/image release packages

packages-test: deps-packages release man
	@sh .ci/deps debootstrap
	@.ci/packages release .build/man

reproduce: deps
	@sh .ci/reproduce

sanitize:
	@.ci/sanitize

faults: build
	@program="$$($(SWIFT) build -c release --show-bin-path)/tranche"; \
	Tests/Faults/faults.py "$$program" --kills 200 --steps && Tests/Faults/solver.py "$$program" --every && \
	Tests/Faults/surroundings.py "$$program" && Tests/Faults/places.py "$$program" --signals 120 && \
	Tests/Faults/limits.py "$$program" && Tests/Faults/stops.py "$$program"

differential: build deps-test
	@.ci/venv/bin/python Tests/Differential/differential.py \
	  "$$($(SWIFT) build -c release --show-bin-path)/tranche" --regions 300

cluster: build
	@Tests/Cluster/slurm "$$($(SWIFT) build -c release --show-bin-path)/tranche"

proofs: deps
	TRANCHE_PROOFS=100000 $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-tests \
	  --disable-xctest --filter SoundnessTests

mutate: deps deps-test
	@Tests/Mutations/mutate.py .build-mutants --swift "$(SWIFT)"

fuzz: deps
	@mkdir -p .build-fuzz && cd .build-fuzz && FUZZ_SCRATCH="$$(pwd)/build" ../Tests/Fuzz/run 600

format:
	$(SWIFT) format -i -r Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

bench: build
	@"$$($(SWIFT) build -c release --show-bin-path)/tranche-bench"

docs:
	@sh .ci/deps python3 python3-venv
	@.ci/docs/build docs

sessions: build
	@.ci/docs/sessions.py "$$($(SWIFT) build -c release --show-bin-path)/tranche"

embed:
	@sh .ci/embed $(SHIPPED)
	@echo "Written: $(SHIPPED)"

clean:
	rm -rf .build .build-address .build-fuzz .build-mutants .build-release .build-thread docs packages
