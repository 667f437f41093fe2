# text2gv - English news text in, a Graphviz graph out.

CC         = gcc
CFLAGS     = -O2 -g
PKG_CONFIG = pkg-config
PREFIX     = /usr/local

B       = build
VERSION = $(shell sed -n 's/^\#define T2G_VERSION "\(.*\)"/\1/p' src/text2gv.h)

CGRAPH_CFLAGS := $(shell $(PKG_CONFIG) --cflags libcgraph 2>/dev/null)
CGRAPH_LIBS   := $(shell $(PKG_CONFIG) --libs libcgraph 2>/dev/null)
UTF8_LIBS     := $(shell $(PKG_CONFIG) --libs libutf8proc 2>/dev/null)

WARNINGS   = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc $(WARNINGS) -fPIC $(CPPFLAGS) $(CFLAGS)

LIB_SRC = src/text2gv.c $(wildcard src/base/*.c src/model/*.c src/nlp/*.c src/input/*.c src/graph/*.c src/output/*.c)
LIB_OBJ = $(LIB_SRC:%.c=$(B)/%.o)

.DELETE_ON_ERROR:
.PHONY: all clean

all: $(B)/text2gv ## build the program and the library

$(B)/text2gv: $(B)/src/main.o $(B)/libtext2gv.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CGRAPH_LIBS) $(UTF8_LIBS) -lm

$(B)/libtext2gv.a: $(LIB_OBJ)
	rm -f $@ && $(AR) rcs $@ $^

$(B)/src/graph/%.o $(B)/src/output/%.o $(B)/src/text2gv.o: ALL_CFLAGS += $(CGRAPH_CFLAGS)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

clean: ## remove what was built
	rm -rf $(B)

-include $(LIB_OBJ:.o=.d) $(B)/src/main.d
