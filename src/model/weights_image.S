/* weights_image.S - the models inside the program. SPDX-License-Identifier: MIT */
#ifdef __APPLE__
    .const
    .globl _t2g_weights_image
    .globl _t2g_weights_image_end
    .globl _t2g_names_image
    .globl _t2g_names_image_end
    .p2align 6
_t2g_weights_image:
    .incbin WEIGHTS_IMAGE
_t2g_weights_image_end:
    .p2align 6
_t2g_names_image:
    .incbin NAMES_IMAGE
_t2g_names_image_end:
    .globl _t2g_facts_image
    .globl _t2g_facts_image_end
    .p2align 6
_t2g_facts_image:
    .incbin FACTS_IMAGE
_t2g_facts_image_end:
    .globl _t2g_ends_image
    .globl _t2g_ends_image_end
    .p2align 6
_t2g_ends_image:
    .incbin ENDS_IMAGE
_t2g_ends_image_end:
    .globl _t2g_renown_image
    .globl _t2g_renown_image_end
    .p2align 6
_t2g_renown_image:
    .incbin RENOWN_IMAGE
_t2g_renown_image_end:
#else
    .section .rodata
    .globl t2g_weights_image
    .globl t2g_weights_image_end
    .globl t2g_names_image
    .globl t2g_names_image_end
    .type t2g_weights_image, %object
    .type t2g_names_image, %object
    .p2align 6
t2g_weights_image:
    .incbin WEIGHTS_IMAGE
t2g_weights_image_end:
    .size t2g_weights_image, . - t2g_weights_image
    .globl t2g_facts_image
    .globl t2g_facts_image_end
    .type t2g_facts_image, %object
    .p2align 6
t2g_facts_image:
    .incbin FACTS_IMAGE
t2g_facts_image_end:
    .size t2g_facts_image, . - t2g_facts_image
    .p2align 6
t2g_names_image:
    .incbin NAMES_IMAGE
t2g_names_image_end:
    .size t2g_names_image, . - t2g_names_image
    .globl t2g_ends_image
    .globl t2g_ends_image_end
    .type t2g_ends_image, %object
    .p2align 6
t2g_ends_image:
    .incbin ENDS_IMAGE
t2g_ends_image_end:
    .size t2g_ends_image, . - t2g_ends_image
    .globl t2g_renown_image
    .globl t2g_renown_image_end
    .type t2g_renown_image, %object
    .p2align 6
t2g_renown_image:
    .incbin RENOWN_IMAGE
t2g_renown_image_end:
    .size t2g_renown_image, . - t2g_renown_image
    .section .note.GNU-stack, "", %progbits
#endif
