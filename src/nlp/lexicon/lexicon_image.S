/* lexicon_image.S - the compiled lists inside the program. SPDX-License-Identifier: MIT */
#ifdef __APPLE__
    .const
    .globl _t2g_lexicon_image
    .p2align 4
_t2g_lexicon_image:
    .incbin LEXICON_IMAGE
#else
    .section .rodata
    .globl t2g_lexicon_image
    .type t2g_lexicon_image, %object
    .p2align 4
t2g_lexicon_image:
    .incbin LEXICON_IMAGE
    .size t2g_lexicon_image, . - t2g_lexicon_image
    .section .note.GNU-stack, "", %progbits
#endif
