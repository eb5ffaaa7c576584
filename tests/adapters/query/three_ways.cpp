// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/adapters/query/three_ways.h"

#include <algorithm>
#include <cmath>

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/sql/dialect_traits.h"
#include "model/sql/statement.h"

namespace tessera::tests {

using namespace model;
using formula::ValueType;
using sql::Dialect;

namespace {

const char *columnType(ValueType type, Dialect dialect)
{
    const bool sqlite = dialect == Dialect::Sqlite, mysql = dialect == Dialect::Mysql;
    switch (type) {
    case ValueType::Number:
        return sqlite ? "" : "double precision";
    case ValueType::Logical:
        return sqlite ? "INTEGER" : "boolean";
    case ValueType::Date:
        return sqlite ? "TEXT" : mysql ? "datetime(6)" : "timestamp";
    case ValueType::Variant:
        return sqlite ? "TEXT" : mysql ? "json" : "jsonb";
    default:
        return "TEXT";
    }
}

sql::Statement statementOf(const query::RelationPtr &plan, Dialect dialect, const formula::Environment &environment,
                           Answer &answer)
{
    sql::EmitOptions options;
    options.tableText = [dialect](const query::TableSource &source) { return plainTable(source, dialect); };
    options.environment = environment;
    sql::Statement statement = sql::emitSql(plan, dialect, options);
    answer.text = statement.text;
    answer.inexpressible = !statement.isValid();
    answer.why = statement.isValid()
                     ? QString()
                     : statement.problems.front().message + QLatin1Char(' ') + statement.problems.front().hint;
    return statement;
}

QVariant bound(const Value &value)
{
    if (value.isLogical())
        return value.logical();
    if (value.isNumber())
        return value.integer() ? QVariant(static_cast<qlonglong>(*value.integer())) : QVariant(value.number());
    return value.isNull() ? QVariant() : QVariant(toQString(plainText(value)));
}

bool sameJson(const Json &a, const Json &b)
{
    if (a.is_number() && b.is_number())
        return std::abs(a.get<double>() - b.get<double>()) <= 1e-9 * std::max(1.0, std::abs(a.get<double>()));
    if (a.is_array() && b.is_array() && a.size() == b.size())
        return std::equal(a.begin(), a.end(), b.begin(), sameJson);
    if (a.is_object() && b.is_object() && a.size() == b.size()) { // a database keeps no order of keys
        return std::all_of(a.items().begin(), a.items().end(), [&](const auto &member) {
            return b.contains(member.key()) && sameJson(member.value(), b.at(member.key()));
        });
    }
    return a == b;
}

bool same(const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber())
        return std::abs(a.number() - b.number()) <= 1e-9 * std::max(1.0, std::abs(a.number()));
    if (a.isVariant() && b.isVariant())
        return sameJson(a.variant(), b.variant());
    if (a.isVariant() != b.isVariant() && !a.isNull() && !b.isNull()) // a part of a variant is a variant in a database
        return plainText(a) == plainText(b);
    return a == b;
}

QString shownRow(const std::vector<Value> &row)
{
    QStringList cells;
    for (const Value &value : row)
        cells << shown(value);
    return cells.join(QStringLiteral(" | "));
}

bool sameRow(const std::vector<Value> &a, const std::vector<Value> &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same);
}

} // namespace

std::string plainTable(const query::TableSource &source, Dialect dialect)
{
    return sql::quotedName(sql::traitsOf(dialect), source.path.back());
}

std::vector<std::string> tableScript(const std::map<std::string, PlainRows> &tables, Dialect dialect)
{
    const sql::DialectTraits &traits = sql::traitsOf(dialect);
    std::vector<std::string> out;
    for (const auto &[name, table] : tables) {
        std::string columns;
        for (const query::Column &column : table.columns)
            columns += (columns.empty() ? "" : ", ") + sql::quotedName(traits, column.name) + ' ' +
                       columnType(column.type, dialect);
        out.push_back("CREATE TABLE " + sql::quotedName(traits, name) + " (" + columns + ")");
        for (const auto &row : table.rows) {
            std::string cells;
            for (const Value &value : row)
                cells += (cells.empty() ? "" : ", ") +
                         (value.isVariant() ? sql::quotedText(traits, plainText(value)) : sql::literal(traits, value));
            out.push_back("INSERT INTO " + sql::quotedName(traits, name) + " VALUES (" + cells + ")");
        }
    }
    return out;
}

Value valueFrom(const QVariant &cell, ValueType type)
{
    if (cell.isNull())
        return {};
    const std::string text = toUtf8(cell.toString());
    if (type == ValueType::Number) {
        if (const qlonglong whole = cell.toString().toLongLong(); QString::number(whole) == cell.toString())
            return Value(static_cast<std::int64_t>(whole));
        return cell.toString().toDouble();
    }
    if (type == ValueType::Logical)
        return text == "true" || text == "1";
    if (type == ValueType::Date) {
        const auto moment = momentFromIso(text);
        return moment ? Value(*moment) : Value(text);
    }
    if (type == ValueType::Variant) {
        const auto json = readJson(text);
        return json ? Value(*json) : Value(text);
    }
    return text;
}

QString shown(const Value &value)
{
    if (value.isNull())
        return QStringLiteral("Null");
    if (value.isNumber())
        return QString::number(value.number(), 'g', 12);
    return toQString(value.isText() ? writeJson(Json(value.text())) : plainText(value));
}

void createTables(adapters::SqliteConnection &sqlite, const std::map<std::string, PlainRows> &tables)
{
    for (const std::string &statement : tableScript(tables, Dialect::Sqlite)) {
        if (const auto done = sqlite.execute(statement); !done)
            qFatal("%s: %s", qPrintable(done.error().detail), statement.c_str());
    }
}

void createTables(QSqlDatabase postgres, const std::map<std::string, PlainRows> &tables)
{
    for (const std::string &statement : tableScript(tables, Dialect::Postgresql)) {
        QSqlQuery query(postgres);
        if (!query.exec(toQString(statement)))
            qFatal("%s: %s", qPrintable(query.lastError().text()), statement.c_str());
    }
}

Answer ask(adapters::SqliteConnection &sqlite, const query::RelationPtr &plan, const formula::Environment &environment)
{
    Answer answer;
    const sql::Statement statement = statementOf(plan, Dialect::Sqlite, environment, answer);
    if (answer.inexpressible)
        return answer;
    const auto result = sqlite.run(statement);
    if (!result) {
        answer.failure = result.error().detail;
        return answer;
    }
    const query::ResultTable &table = result->table;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        answer.rows.emplace_back();
        for (const query::ResultColumn &column : table.columns)
            answer.rows.back().push_back(column.data.at(row));
    }
    return answer;
}

Answer ask(QSqlDatabase postgres, const query::RelationPtr &plan, const formula::Environment &environment)
{
    Answer answer;
    const sql::Statement statement = statementOf(plan, Dialect::Postgresql, environment, answer);
    if (answer.inexpressible)
        return answer;
    std::string columns;
    for (const query::Column &column : statement.columns)
        columns += (columns.empty() ? "CAST(" : ", CAST(") +
                   sql::quotedName(sql::traitsOf(Dialect::Postgresql), column.name) + " AS text)";
    QSqlQuery query(postgres);
    bool done = query.prepare(toQString("SELECT " + columns + " FROM (\n" + statement.text + "\n) AS answer"));
    for (const Value &value : statement.parameters)
        query.addBindValue(bound(value));
    done = done && query.exec();
    if (!done)
        answer.failure = query.lastError().text();
    while (done && query.next()) {
        answer.rows.emplace_back();
        for (std::size_t i = 0; i < statement.columns.size(); ++i)
            answer.rows.back().push_back(valueFrom(query.value(static_cast<int>(i)), statement.columns[i].type));
    }
    return answer;
}

QString difference(std::vector<std::vector<Value>> a, std::vector<std::vector<Value>> b, bool ordered)
{
    if (!ordered) {
        const auto before = [](const auto &x, const auto &y) { return shownRow(x) < shownRow(y); };
        std::sort(a.begin(), a.end(), before);
        std::sort(b.begin(), b.end(), before);
    }
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const QString left = i < a.size() ? shownRow(a[i]) : QStringLiteral("no row");
        const QString right = i < b.size() ? shownRow(b[i]) : QStringLiteral("no row");
        if (i >= a.size() || i >= b.size() || !sameRow(a[i], b[i]))
            return QStringLiteral("row %1: %2  <>  %3").arg(i + 1).arg(left, right);
    }
    return {};
}

} // namespace tessera::tests
