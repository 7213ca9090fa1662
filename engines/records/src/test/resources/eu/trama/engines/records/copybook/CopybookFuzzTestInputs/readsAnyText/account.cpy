       01  ACCOUNT.
           05  A-NO        PIC 9(9) COMP SYNC.
           05  A-NAME      PIC X(30) JUSTIFIED RIGHT.
           05  A-SUM       PIC S9(11)V99 COMP-3 VALUE ZERO.
               88  A-POOR  VALUE 0 THRU 9,99.
           05  A-TEXT REDEFINES A-NAME PIC Z(7),ZZ9.99CR BLANK WHEN ZERO.
           05  A-N         PIC 9(2).
           05  A-T OCCURS 0 TO 9 TIMES DEPENDING ON A-N OF ACCOUNT
                 ASCENDING KEY IS A-K INDEXED BY A-I.
               10  A-K     PIC S9(3)P(2) SIGN LEADING SEPARATE.
       66  A-ALL RENAMES A-NO THRU A-SUM.
           COPY OTHER REPLACING ==:T:== BY ==X== LEADING ==A== BY ==B==.
