# rules.mk - the trainers, and the way from the corpora to the models of data/.
#
#     make train-tools              build the trainers
#     make train CORPORA=DIR        learn every model anew (DIR as data/README.md says; an hour and a half)
#
# Everything is made under $(B)/train, and a model takes its place in data/ only when it is whole.
# Part of the Makefile.
#
# SPDX-License-Identifier: MIT

.PHONY: train train-tools

T       = $(B)/train
RAW     = $(CORPORA)/corpora/raw
UD      = $(CORPORA)/corpora/ud
LEARNER = $(patsubst %,$(B)/src/train/%.o,learner oracle corpus tensor)

TRAIN_TOOLS = $(patsubst %,$(B)/text2gv-%,words vocabulary vectors cloze train)

# The trainers want speed and are never shipped: the floating point of one kind of machine.
$(B)/src/train/%.o: ALL_CFLAGS += -O3 -march=native -ffast-math

train-tools: $(TRAIN_TOOLS) ## build the trainers

# The rooms, with the lists but without the models inside the program.
ROOMS = $(B)/rooms.a $(B)/src/nlp/lexicon/lexicon_image.o
$(B)/text2gv-words: $(B)/src/train/words.o $(ROOMS)
$(B)/text2gv-vocabulary: $(B)/src/train/vocabulary.o $(B)/src/train/tensor.o $(ROOMS)
$(B)/text2gv-vectors: $(B)/src/train/vectors.o
$(B)/text2gv-cloze: $(B)/src/train/cloze.o $(LEARNER) $(ROOMS)
$(B)/text2gv-train: $(B)/src/train/train.o $(B)/src/train/exam.o $(B)/src/train/quantise.o $(LEARNER) $(ROOMS)
$(TRAIN_TOOLS):
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(UTF8_LIBS) -lm

# The facts are learned from what the new network and the new names find.
train: $(T)/network.model $(T)/names.model $(T)/sentence.model ## learn the models anew (CORPORA=DIR; see data/README.md)
	cp $(T)/network.model $(T)/names.model $(T)/sentence.model data
	$(MAKE) $(T)/renown.model
	cp $(T)/renown.model data
	$(MAKE) $(T)/names.even.model $(T)/names.odd.model
	$(MAKE) $(T)/facts.model
	cp $(T)/facts.model data

$(T)/%.words: $(RAW)/%.txt.xz $(B)/text2gv-words
	@mkdir -p $(@D)
	xz -dc $< | $(B)/text2gv-words > $@

$(T)/vocabulary: $(T)/wikinews.words $(T)/ungd.words $(B)/text2gv-vocabulary
	$(B)/text2gv-vocabulary 50000 2 $(T)/wikinews.words 1 $(T)/ungd.words \
	    6 $(UD)/ewt-train.conllu $(UD)/gum-train.conllu > $@

$(T)/vectors: $(T)/wikinews.words $(T)/ungd.words $(B)/text2gv-vectors
	cat $(T)/wikinews.words $(T)/ungd.words | $(B)/text2gv-vectors -p 5 -m 3 -w 4 -o $@

$(T)/encoder: $(T)/vocabulary $(T)/vectors $(B)/text2gv-cloze
	$(B)/text2gv-cloze -v $(T)/vocabulary -i $(T)/vectors -m 55 -o $@ $(T)/wikinews.words $(T)/ungd.words

# Words and sentences as the program cuts them, with the models it has when this begins.
$(T)/names/wikinews.conllu: src/train/names_data.py | $(B)/text2gv
	python3 $< -t $(B)/text2gv -c data/lexicon/countries.tsv $(CORPORA)/corpora $(T)/names

$(T)/network.model: $(T)/encoder $(T)/names/wikinews.conllu $(B)/text2gv-train
	$(B)/text2gv-train -v $(T)/vocabulary -n $(T)/names -e $(T)/encoder -p 20 -s $(T)/network.weights -o $@ \
	    $(CORPORA)/corpora

# Where sentences end: seconds.
train-tools: $(B)/text2gv-sentences

$(B)/text2gv-sentences: $(patsubst %,$(B)/src/train/%.o,sentences modelwriter tensor) $(ROOMS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(UTF8_LIBS) -lm

$(T)/sentence.model: $(B)/text2gv-sentences
	@mkdir -p $(@D)
	$(B)/text2gv-sentences -o $@ $(CORPORA)/corpora

# Names: clusters of words, and how raw text writes them, beside what the corpora say.
NAMES_TOOLS = $(B)/text2gv-names $(B)/text2gv-clusters
train-tools: $(NAMES_TOOLS)

$(B)/text2gv-names: $(patsubst %,$(B)/src/train/%.o,names namelesson chain modelwriter) $(ROOMS)
$(B)/text2gv-clusters: $(B)/src/train/clusters.o
$(NAMES_TOOLS):
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(UTF8_LIBS) -lm

$(T)/clusters: $(T)/vectors $(B)/text2gv-clusters
	$(B)/text2gv-clusters 64 256 1024 < $< > $@

$(T)/habits: $(T)/wikinews.words $(T)/ungd.words src/train/habits.py
	cat $(T)/wikinews.words $(T)/ungd.words | python3 src/train/habits.py > $@

$(T)/names.model: $(T)/clusters $(T)/habits $(T)/names/wikinews.conllu $(B)/text2gv-names
	$(B)/text2gv-names -c $(T)/clusters -h $(T)/habits -n $(T)/names -o $@

# Who serves which state: what the program finds in raw text, without the articles that it is measured on.
train-tools: $(B)/text2gv-renown

$(B)/src/train/renown.o: ALL_CFLAGS += $(CGRAPH_CFLAGS)
$(B)/text2gv-renown: $(B)/src/train/renown.o $(B)/src/train/modelwriter.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(T)/renown.model: src/train/unseen.py $(B)/text2gv-renown
	@mkdir -p $(@D)
	xz -dc $(RAW)/wikinews.txt.xz | python3 $< $(wildcard $(CORPORA)/gold/*) | $(B)/text2gv-renown -o $@

# Which state an open office is of: a table for nlp/fact/homeland.c, which a hand puts there when it is better.
train-tools: $(B)/text2gv-homelands

$(B)/text2gv-homelands: $(B)/src/train/homelands.o $(B)/src/train/article.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(T)/homeland.weights: src/train/homeland.py $(B)/text2gv-homelands
	@mkdir -p $(@D)
	python3 $< -k KNOWN,LIKELY,STRANGE $(B)/text2gv-homelands $(CORPORA)/gold/wikinews $(CORPORA)/gold/dwie > $@

# Facts: the clues of pairs come from the whole program, so it is trained last.
FACTS_TOOLS = $(B)/text2gv-clues $(B)/text2gv-facts
train-tools: $(FACTS_TOOLS)

$(B)/src/train/clues.o: ALL_CFLAGS += $(CGRAPH_CFLAGS)
$(B)/text2gv-clues: $(B)/src/train/clues.o $(B)/src/train/article.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/text2gv-facts: $(B)/src/train/facts.o $(B)/src/train/modelwriter.o $(B)/rooms.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(UTF8_LIBS) -lm

$(T)/facts.table: src/train/facts_data.py $(B)/text2gv-clues
	@mkdir -p $(@D)
	python3 $< $(B)/text2gv-clues $(CORPORA)/gold/wikinews > $@

# How sure the judge may be shows only where names are as wrong as in new articles: those of even and of odd number are
# read by names that have not seen them, where these have been learned.
HALVES = $(wildcard $(T)/names.even.model $(T)/names.odd.model)
EXAM   = $(if $(word 2,$(HALVES)),$(T)/facts.exam)

$(T)/names.even.model: UNSEEN = 0
$(T)/names.odd.model: UNSEEN = 1
$(T)/names.even.model $(T)/names.odd.model: $(T)/clusters $(T)/habits $(T)/names/wikinews.conllu $(B)/text2gv-names
	mkdir -p $(@:.model=)
	cp $(T)/names/*.conllu $(@:.model=)
	awk '/^# newdoc/ { seen = substr($$0, length($$0)) % 2 != $(UNSEEN) } seen' $(T)/names/wikinews.conllu > $(@:.model=)/wikinews.conllu
	$(B)/text2gv-names -c $(T)/clusters -h $(T)/habits -n $(@:.model=) -r 2 -o $@

$(T)/facts.exam: $(T)/facts.table
	python3 src/train/facts_data.py -m $(T)/names.even.model,$(T)/names.odd.model $(B)/text2gv-clues $(CORPORA)/gold/wikinews > $@

$(T)/facts.model: $(T)/facts.table $(B)/text2gv-facts $(EXAM)
	$(B)/text2gv-facts -r $(T)/facts.report $(if $(EXAM),-c $(EXAM)) $@ $<
