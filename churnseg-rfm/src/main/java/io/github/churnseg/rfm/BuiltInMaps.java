package io.github.churnseg.rfm;

/** The rules of the maps that ship; all of them cover each cell exactly once. */
final class BuiltInMaps {

  static final String RECENCY_FREQUENCY =
      """
      Champions:           R5   F4-5
      Loyal:               R3-4 F4-5
      Potential Loyalists: R4-5 F2-3
      New:                 R5   F1
      Promising:           R4   F1
      Need Attention:      R3   F3
      About To Sleep:      R3   F1-2
      At Risk:             R1-2 F3-4
      Can't Lose:          R1-2 F5
      Hibernating:         R1-2 F1-2
      """;

  static final String RECENCY_VALUE =
      """
      Champions:           R5 FM4-5; R4 FM5
      Loyal:               53 44 35 34
      Potential Loyalists: 52 43 42 33
      Recent:              51
      Promising:           41 31
      Need Attention:      32 23 22
      About To Sleep:      21
      At Risk:             25 24 13
      Can't Lose:          15 14
      Hibernating:         12
      Lost:                11
      """;

  static final String CODE_LIST =
      """
      Champions:           555 554 545 544 455 454 445
      Loyal:               543 444 435 355 354 345 344 335
      Potential Loyalists: 553 552 551 542 541 533 532 531 453 452 451 442 441 433 432 431
      Potential Loyalists: 423 353 352 351 342 341 333 323
      New:                 512 511 422 421 412 411 311
      Promising:           525 524 523 522 521 515 514 513 425 424 415 414 413 315 314 313
      Need Attention:      535 534 443 434 343 334 325 324
      About To Sleep:      331 321 312 221 213
      At Risk:             255 254 253 252 245 244 243 242 235 234 225 224
      At Risk:             153 152 145 143 142 135 134 133 125 124
      Can't Lose:          215 214 155 154 144 115 114 113
      Hibernating:         332 322 251 241 233 232 231 223 222 212 211 132 123 122
      otherwise Lost
      """;

  static final String THREE_LEVELS =
      """
      Champions:      333 332 323
      Loyal:          331 322 321 233 232
      Recent:         313 312 311 223 222
      Need Attention: 221 213 133 132 123
      At Risk:        231 212 211 131 122
      Inactive:       121 113 112 111
      """;

  private BuiltInMaps() {}
}
