// What SQLite's C interface takes for the work of measure-store, on the same file: answers every line of
// input with seconds and a count. `scan` steps over all rows and fetches every value; `draw` runs the
// draw of 64 strata as one SQL statement, with sha256 as a registered function.
// Usage: sqlite-peer FILE ROWS

// The three plain calls of OpenSSL are the quickest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned char root[32];

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static void ticket(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  unsigned char digest[32];
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, root, sizeof root);
  SHA256_Update(&state, sqlite3_value_text(values[0]), sqlite3_value_bytes(values[0]));
  SHA256_Final(digest, &state);
  sqlite3_result_blob(context, digest, sizeof digest, SQLITE_TRANSIENT);
}

static long run(sqlite3 *database, const char *sql, long rows) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(1);
  }
  if (sqlite3_bind_parameter_count(statement) == 1) sqlite3_bind_int64(statement, 1, rows);
  long count = 0;
  volatile long sum = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int column = 0; column < sqlite3_column_count(statement); column++) {
      switch (sqlite3_column_type(statement, column)) {
      case SQLITE_INTEGER: sum += sqlite3_column_int64(statement, column); break;
      case SQLITE_NULL: break;
      default:
        sum += sqlite3_column_text(statement, column)[0];
        sum += sqlite3_column_bytes(statement, column);
      }
    }
    count++;
  }
  sqlite3_finalize(statement);
  return count;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  for (int index = 0; index < 32; index++) root[index] = index;
  sqlite3 *database;
  if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) return 1;
  sqlite3_create_function(
    database, "ticket", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, ticket, NULL, NULL);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    const char *sql =
      strncmp(line, "scan", 4) == 0
        ? "SELECT c0, c1, c2, c3, c4, c5, c6, c7 FROM rows_1 ORDER BY c0"
        : "SELECT ticket, c2, c3, c0 FROM ("
          "  SELECT *, row_number() OVER (PARTITION BY c2, c3 ORDER BY ticket, c0) AS place FROM ("
          "    SELECT c0, c2, c3, ticket(c0) AS ticket FROM rows_1)) "
          "WHERE place <= ?1 / 64 * (CASE c3 WHEN 0 THEN 1 WHEN 1 THEN 3 WHEN 2 THEN 10 ELSE 30 END) / 100 "
          "ORDER BY ticket, c0";
    double start = now();
    long count = run(database, sql, atol(argv[2]));
    printf("%f %ld\n", now() - start, count);
    fflush(stdout);
  }
  sqlite3_close(database);
  return 0;
}
