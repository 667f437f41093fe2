# text2gv - English news text in, a Graphviz graph out.  `make help` lists the targets.
#
# CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR PKG_CONFIG are yours: `make CFLAGS=-O3`.
# Everything built goes under $(B); several builds can live side by side: `make B=build/small`.

CC         = gcc
CFLAGS     = -O2 -g
CPPFLAGS   =
LDFLAGS    =
PREFIX     = /usr/local
DESTDIR    =
PKG_CONFIG = pkg-config

B       = build
VERSION = $(shell sed -n 's/^\#define T2G_VERSION "\(.*\)"/\1/p' src/text2gv.h)
SONAME  = libtext2gv.so.0

# pkg-config is asked at the first use, not when make starts: `make demo` may have to install it.
ask = $(eval $(1) := $$(shell $(PKG_CONFIG) $(2)))$($(1))
CGRAPH_CFLAGS = $(call ask,CGRAPH_CFLAGS,--cflags libcgraph)
CGRAPH_LIBS   = $(call ask,CGRAPH_LIBS,--libs libcgraph)
UTF8_CFLAGS   = $(call ask,UTF8_CFLAGS,--cflags libutf8proc)
UTF8_LIBS     = $(call ask,UTF8_LIBS,--libs libutf8proc)
CMOCKA_CFLAGS = $(call ask,CMOCKA_CFLAGS,--cflags cmocka)
CMOCKA_LIBS   = $(call ask,CMOCKA_LIBS,--libs cmocka)
LIBS          = $(CGRAPH_LIBS) $(UTF8_LIBS) -lm

WARNINGS   = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc $(WARNINGS) -fPIC -pthread $(CPPFLAGS) $(CFLAGS)

LIB_SRC = src/text2gv.c $(wildcard src/base/*.c src/model/*.c src/nlp/*/*.c src/input/*.c src/graph/*.c src/output/*.c)
LIB_OBJ = $(LIB_SRC:%.c=$(B)/%.o) $(B)/src/nlp/lexicon/lexicon_image.o $(B)/src/model/weights_image.o

LISTS    = $(wildcard data/lexicon/*.tsv)

.DELETE_ON_ERROR:
.PHONY: all demo check test check-all tests spec golden san fuzz bench eval dist clean help \
        install install-bin install-lib install-pc install-man install-data uninstall

## build

all: $(B)/text2gv $(B)/$(SONAME) ## build the program and the library, static and shared

PROGRAM_OBJ = $(patsubst %,$(B)/src/%.o,main options batch)

$(B)/text2gv: $(PROGRAM_OBJ) $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBS)

$(B)/libtext2gv.a: $(LIB_OBJ)
	rm -f $@ && $(AR) rcs $@ $^

# The shared library shows what the public header declares, and nothing else.
$(B)/exports.map: src/text2gv.h
	@mkdir -p $(@D)
	{ echo '{ global:'; sed -n 's/^[a-z].*[ *]\(t2g_[a-z_]*\)(.*/    \1;/p' $<; echo 'local: *; };'; } > $@

$(B)/$(SONAME): $(LIB_OBJ) $(B)/exports.map
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -pthread -Wl,-soname,$(SONAME) -Wl,--version-script=$(B)/exports.map \
	    -o $@ $(LIB_OBJ) $(LIBS)

# The lists become one image, which is embedded as it is.  Their compiler takes from the archive the
# rooms that split a phrase into words, and no more.
$(B)/rooms.a: $(LIB_SRC:%.c=$(B)/%.o)
	rm -f $@ && $(AR) rcs $@ $^

$(B)/lexc: $(B)/src/lexc.o $(B)/rooms.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(UTF8_LIBS)

$(B)/lexicon.image: $(B)/lexc $(LISTS) data/lexicon
	$(B)/lexc data/lexicon $@

$(B)/src/nlp/lexicon/lexicon_image.o: src/nlp/lexicon/lexicon_image.S $(B)/lexicon.image
	@mkdir -p $(@D)
	$(CC) -DLEXICON_IMAGE='"$(B)/lexicon.image"' -c -o $@ $<

$(B)/src/model/weights_image.o: src/model/weights_image.S data/network.model data/names.model data/facts.model \
    data/sentence.model data/renown.model
	@mkdir -p $(@D)
	$(CC) -DWEIGHTS_IMAGE='"data/network.model"' -DNAMES_IMAGE='"data/names.model"' \
	    -DFACTS_IMAGE='"data/facts.model"' -DENDS_IMAGE='"data/sentence.model"' \
	    -DRENOWN_IMAGE='"data/renown.model"' -c -o $@ $<

$(B)/src/graph/%.o $(B)/src/output/%.o $(B)/src/text2gv.o: ALL_CFLAGS += $(CGRAPH_CFLAGS)
$(B)/src/nlp/%.o $(B)/src/base/%.o $(B)/src/graph/%.o: ALL_CFLAGS += $(UTF8_CFLAGS)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

## try

demo: ## install what is missing, build, and draw data/demo.txt
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh tests/setup.sh demo
	@$(MAKE) --no-print-directory $(B)/demo.svg $(B)/demo.png
	@echo "The graph of data/demo.txt: $(B)/demo.svg, $(B)/demo.png (text: $(B)/demo.gv)"

$(B)/demo.gv: data/demo.txt $(B)/text2gv
	$(B)/text2gv -o $@ $<

$(B)/demo.%: $(B)/demo.gv
	dot -T$* -o $@ $<

## test

check: ## install what is missing, build, and run every test
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh tests/setup.sh check
	@$(MAKE) --no-print-directory check-all

test: check ## the same as check

TEST_ENV  = T2G='$(abspath $(B))/text2gv' B='$(abspath $(B))' CC='$(CC)' CFLAGS='$(CFLAGS)' LDFLAGS='$(LDFLAGS)' \
            CPPFLAGS='$(CPPFLAGS)' PKG_CONFIG='$(PKG_CONFIG)' MAKE='$(MAKE)'
UNIT      = $(patsubst %.c,$(B)/%,$(wildcard tests/unit/test_*.c))
SPECS     = $(wildcard tests/spec/*.md)
PROGRAMS  = $(UNIT) $(B)/tests/spec/run_spec $(B)/tests/invariants/examples \
            $(B)/tests/metamorphic/metamorphic $(B)/tests/failure/allocation $(B)/tests/failure/stream $(B)/tests/pathological/linear
SCRIPTS   = $(wildcard tests/shell/*.sh tests/structure/*.sh tests/failure/*.sh tests/pathological/*.sh tests/invariants/*.sh \
            tests/metamorphic/*.sh)

tests: all train-tools $(PROGRAMS)

# A test program that cannot be built is a failed test, not the end of all the others.
check-all: all
	-@$(MAKE) --no-print-directory -k tests
	@$(TEST_ENV) sh tests/run.sh $(B)/tests/logs \
	    $(SPECS:%='$(B)/tests/spec/run_spec $(B)/text2gv %') $(UNIT:%='%') $(SCRIPTS:%='sh %')

SPEC = $(SPECS)
spec: $(B)/text2gv $(B)/tests/spec/run_spec ## run the spec examples alone (SPEC=tests/spec/token.md: one room's)
	@$(B)/tests/spec/run_spec $(B)/text2gv $(SPEC) | grep -v '^ok'

golden: $(B)/text2gv $(B)/tests/spec/run_spec ## write what the program says into the spec examples (SPEC=...); read the diff
	$(B)/tests/spec/run_spec -g $(B)/text2gv $(SPEC)

$(B)/tests/%.o: ALL_CFLAGS += $(CGRAPH_CFLAGS) $(UTF8_CFLAGS)
$(B)/tests/unit/%.o: ALL_CFLAGS += $(CMOCKA_CFLAGS)

# These test parts of the program that are not in the library.
$(B)/tests/unit/test_options: $(B)/src/options.o
$(B)/tests/unit/test_batch: $(B)/src/batch.o

$(UNIT): $(B)/%: $(B)/%.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $(filter %.o,$^) $(B)/libtext2gv.a $(CMOCKA_LIBS) $(LIBS)

$(B)/tests/spec/run_spec: $(B)/tests/spec/run_spec.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

# These see the layers inside a document: they include text2gv.c and take the rest from the library.
$(B)/tests/invariants/%.o: ALL_CFLAGS += -Itests

$(B)/tests/invariants/examples: $(B)/tests/invariants/examples.o $(B)/tests/invariants/walk.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBS)

$(B)/tests/metamorphic/%.o: ALL_CFLAGS += -Itests

$(B)/tests/metamorphic/metamorphic: $(patsubst %,$(B)/tests/metamorphic/%.o,metamorphic change edges) $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBS)

# The tests of memory that runs out put themselves between the library and malloc.
$(B)/tests/failure/allocation: OUR_LDFLAGS = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free
$(B)/tests/failure/allocation $(B)/tests/failure/stream $(B)/tests/pathological/linear: %: %.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) $(OUR_LDFLAGS) -pthread -o $@ $^ $(LIBS)

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
san: ## every test again under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory check B=$(B)/san CFLAGS='-O1 -g $(SANITIZE)' CPPFLAGS=-DT2G_ARENA_MALLOC

## fuzz

FUZZ_SECONDS = 60
FUZZ_FLAGS   = -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all

FUZZERS      = text2gv files model
FUZZ_ARGS    = -timeout=10 -print_final_stats=1 -artifact_prefix=$(B)/fuzz/

fuzz: ## look for inputs that break an invariant, FUZZ_SECONDS=60 each (FUZZERS=files: one); what is found goes to build/fuzz
	@sh tests/setup.sh fuzz
	@$(MAKE) --no-print-directory B=$(B)/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)' CPPFLAGS=-DT2G_ARENA_MALLOC \
	    $(FUZZERS:%=$(B)/fuzz/tests/fuzz/fuzz_%)
	@mkdir -p $(FUZZERS:%=$(B)/fuzz/corpus/%)
	@set -e; for f in $(FUZZERS); do case $$f in \
	    text2gv) more='-dict=tests/fuzz/news.dict -max_len=2048 tests/fuzz/corpus' ;; \
	    files) more='-dict=tests/fuzz/files.dict -max_len=512' ;; \
	    *) more="-max_len=64 -len_control=0" ;; esac; \
	    echo "fuzz_$$f"; $(B)/fuzz/tests/fuzz/fuzz_$$f -max_total_time=$(FUZZ_SECONDS) $(FUZZ_ARGS) $(B)/fuzz/corpus/$$f $$more; done

$(B)/tests/fuzz/%.o: ALL_CFLAGS += -Itests
$(B)/tests/fuzz/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(B)/tests/invariants/walk.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -pthread -o $@ $^ $(LIBS)

## measure

BENCH = $(B)/tests/bench/bench $(B)/tests/bench/startup
bench: all $(BENCH) ## words/s, MB/s, memory and start-up, beside wc and grep (CORPORA=DIR: its articles)
	@sh tests/bench/bench.sh $(B) $(CORPORA)

$(BENCH): %: %.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBS)

eval: all ## accuracy on gold graphs and treebanks, compared with tests/eval/floors.tsv (CORPORA=DIR)
	@sh tests/eval/eval.sh $(B) $(CORPORA)

## train

include src/train/rules.mk

## install

bin = $(DESTDIR)$(PREFIX)/bin
lib = $(DESTDIR)$(PREFIX)/lib
inc = $(DESTDIR)$(PREFIX)/include
man = $(DESTDIR)$(PREFIX)/share/man/man1
data = $(DESTDIR)$(PREFIX)/share/text2gv

install: install-bin install-lib install-pc install-man install-data ## install under $(DESTDIR)$(PREFIX)

install-bin: $(B)/text2gv
	install -d $(bin) && install -m 755 $(B)/text2gv $(bin)/text2gv

install-lib: $(B)/libtext2gv.a $(B)/$(SONAME) $(B)/include/text2gv.h
	install -d $(lib) $(inc)
	install -m 644 $(B)/include/text2gv.h $(inc)/text2gv.h
	install -m 644 $(B)/libtext2gv.a $(lib)/libtext2gv.a
	install -m 755 $(B)/$(SONAME) $(lib)/$(SONAME)
	ln -sf $(SONAME) $(lib)/libtext2gv.so

install-pc: src/text2gv.pc.in
	install -d $(lib)/pkgconfig
	sed -e 's,@PREFIX@,$(PREFIX),' -e 's,@VERSION@,$(VERSION),' $< > $(lib)/pkgconfig/text2gv.pc

install-man: src/text2gv.1
	install -d $(man) && install -m 644 src/text2gv.1 $(man)/text2gv.1

install-data: # the lists, as a pattern for --lexicon
	install -d $(data)/lexicon && install -m 644 data/lexicon/*.tsv $(data)/lexicon

uninstall: ## remove what install put there
	rm -f $(bin)/text2gv $(inc)/text2gv.h $(lib)/libtext2gv.a $(lib)/$(SONAME) $(lib)/libtext2gv.so
	rm -f $(lib)/pkgconfig/text2gv.pc $(man)/text2gv.1
	rm -rf $(data)

# The installed header is one file: the public part of base/error.h stands in place of its include.
$(B)/include/text2gv.h: src/text2gv.h src/base/error.h
	@mkdir -p $(@D)
	sed -n '/^#ifndef T2G_BASE_ERROR_H/,/^#endif/p' src/base/error.h > $@.part
	sed -e '/^#include "base\/error.h"/{r $@.part' -e 'd;}' src/text2gv.h > $@ && rm $@.part

## publish

dist: ## the sources as build/text2gv-VERSION.tar.gz, the same bytes each time; unpacked and checked
	@sh tests/dist.sh $(B) text2gv-$(VERSION)

## housekeeping

clean: ## remove what was built
	rm -rf $(B)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

-include $(shell find $(B)/src $(B)/tests -name '*.d' 2>/dev/null)
