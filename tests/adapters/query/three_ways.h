// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QVariant>

#include "adapters/query/sqlite_connection.h"
#include "model/sql/dialect.h"
#include "tests/support/reference_evaluator.h"

namespace tessera::tests {

// The same tables on SQLite and, where there is one, on PostgreSQL, and what each makes of a plan.

void createTables(adapters::SqliteConnection &sqlite, const std::map<std::string, PlainRows> &tables);
void createTables(QSqlDatabase postgres, const std::map<std::string, PlainRows> &tables);

// The statements that make them. Tables have plain names.
std::vector<std::string> tableScript(const std::map<std::string, PlainRows> &tables, model::sql::Dialect dialect);
std::string plainTable(const model::query::TableSource &source,
                       model::sql::Dialect dialect); // what stands for a source in FROM

struct Answer
{
    std::vector<std::vector<model::Value>> rows;
    std::string text; // the SQL
    QString failure;  // of the database
    bool inexpressible = false;
    QString why;
};

// Tables are found by the last part of their path. `environment`: what Now() is.
Answer ask(adapters::SqliteConnection &sqlite, const model::query::RelationPtr &plan,
           const model::formula::Environment &environment);
Answer ask(QSqlDatabase postgres, const model::query::RelationPtr &plan,
           const model::formula::Environment &environment);

// A cell that came as text.
model::Value valueFrom(const QVariant &cell, model::formula::ValueType type);

// "" for the same rows, else the first difference. Numbers may differ in the last digits; whole and real ones are one
// type.
QString difference(std::vector<std::vector<model::Value>> a, std::vector<std::vector<model::Value>> b, bool ordered);

QString shown(const model::Value &value);

} // namespace tessera::tests
