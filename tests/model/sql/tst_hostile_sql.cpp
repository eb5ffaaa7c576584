// SPDX-License-Identifier: GPL-3.0-or-later
// Names and texts that try to become SQL, and random expressions: statements stay what they are meant to be.
#include <random>
#include <set>

#include <QTest>

#include "model/sql/dialect_traits.h"
#include "model/sql/function_sql.h"
#include "model/sql/statement.h"
#include "tests/support/function_cases.h"
#include "tests/support/plan_shapes.h"

using namespace tessera;
using namespace tessera::tests;
using namespace tessera::model;
using namespace tessera::model::query;
using sql::Dialect;

namespace {

const std::vector<std::string> hostile = {
    "it's", "\"quoted\"",   "`ticks`",     "\\",  "\\'", "'; DROP TABLE x; --",
    "a\nb", "/* c */",      "?",           ":p1", "{1}", "$1",
    "%s",   "\xFF\x30\xFF", "caf\xC3\xA9", "]",   "a.b", std::string("nul\0in", 6)};

// A statement's tokens, as far as quotes, parentheses and placeholders go; none when they do not balance.
struct Shape
{
    std::vector<std::string> texts; // of '…', unescaped
    std::vector<std::string> names; // of "…" and `…`
    int placeholders = 0;
    int semicolons = 0;
    int depth = 0;
};

std::optional<Shape> shapeOf(const std::string &text, const sql::DialectTraits &traits)
{
    Shape shape;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        shape.placeholders += c == '?';
        shape.semicolons += c == ';';
        shape.depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (shape.depth < 0)
            return std::nullopt;
        if (c != '\'' && c != traits.nameQuote)
            continue;
        const bool escapes = c == '\'' ? traits.backslash : traits.backslashNames;
        std::string content;
        bool closed = false;
        for (++i; i < text.size() && !closed; ++i) {
            if (escapes && text[i] == '\\' && i + 1 < text.size()) {
                content += text[++i];
            } else if (text[i] == c && i + 1 < text.size() && text[i + 1] == c) {
                content += text[++i];
            } else if (text[i] == c) {
                closed = true;
                --i;
            } else {
                content += text[i];
            }
        }
        if (!closed)
            return std::nullopt;
        (c == '\'' ? shape.texts : shape.names).push_back(content);
    }
    return shape.depth == 0 ? std::optional(shape) : std::nullopt;
}

RelationPtr oddTable(const std::string &name)
{
    TableSource source;
    source.path = {name, name};
    return makeScan(source, {{name, ValueType::Text}});
}

} // namespace

class TestHostileSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesStayNames_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < hostile.size(); ++i)
            QTest::newRow(std::to_string(i).c_str()) << static_cast<int>(i);
    }

    void namesStayNames()
    {
        QFETCH(int, index);
        const std::string &name = hostile[static_cast<std::size_t>(index)];
        const RelationPtr plan =
            withHint(makeProject(oddTable(name), {{name + "2", use(name, ValueType::Text)}}), name);
        for (const Dialect dialect : sql::allDialects()) {
            const sql::Statement statement = sql::emitSql(makeFilter(plan, constant(true)), dialect);
            QVERIFY(statement.isValid());
            QVERIFY(statement.text.find('\0') == std::string::npos);
            QVERIFY(statement.text.find('\xFF') == std::string::npos);
            const auto shape = shapeOf(statement.text, sql::traitsOf(dialect));
            QVERIFY2(shape, statement.text.c_str());
            QCOMPARE(shape->texts.size(), std::size_t(0));
            QCOMPARE(shape->placeholders, 0);
            QCOMPARE(shape->semicolons, 0);
            QVERIFY2(shape->names.size() == 4 || shape->names.size() == 5, statement.text.c_str());
        }
    }

    void textsStayTexts()
    {
        for (const std::string &text : hostile) {
            for (const Dialect dialect : sql::allDialects()) {
                const sql::DialectTraits &traits = sql::traitsOf(dialect);
                for (const bool spelled : {false, true}) {
                    sql::EmitOptions options;
                    options.spellParameters = spelled;
                    const ExpressionPtr same =
                        operation(formula::Operator::Equal, {use("Customer", ValueType::Text), constant(text, true)});
                    const sql::Statement statement = sql::emitSql(makeFilter(scanOf("ORDERS"), same), dialect, options);
                    if (text.find('\0') != std::string::npos && !traits.holdsNul) {
                        QVERIFY(!statement.isValid());
                        QVERIFY(statement.text.empty());
                        continue;
                    }
                    QVERIFY(statement.isValid());
                    QVERIFY(statement.text.find('\0') == std::string::npos);
                    const auto shape = shapeOf(statement.text, traits);
                    QVERIFY2(shape, statement.text.c_str());
                    QCOMPARE(shape->placeholders, spelled ? 0 : 1);
                    QCOMPARE(statement.parameters.size(), spelled ? std::size_t(0) : std::size_t(1));
                    QCOMPARE(shape->semicolons, 0);
                    QCOMPARE(shape->texts.size(), spelled ? std::size_t(1) : std::size_t(0));
                }
            }
        }
    }

    void patternsAndKeysStayTexts()
    {
        for (const std::string &text : hostile) {
            if (text.find('\0') != std::string::npos)
                continue;
            const auto access = std::make_shared<const Expression>(Expression{
                VariantAccess{call("Json", {use("Customer", ValueType::Text)}), text, 0}, ValueType::Variant});
            const RelationPtr plan = makeProject(
                scanOf("ORDERS"),
                {{"Key", access},
                 {"Day", call("DateFormat", {use("Day", ValueType::Date), constant(text)})},
                 {"List", call("Replace", {use("Customer", ValueType::Text), constant(text), constant("")})}});
            for (const Dialect dialect : sql::allDialects()) {
                const sql::Statement statement = sql::emitSql(plan, dialect);
                QVERIFY2(!statement.isValid() || shapeOf(statement.text, sql::traitsOf(dialect)),
                         statement.text.c_str());
            }
        }
    }

    void functionsByNameAreNamesOnly()
    {
        for (const char *name : {"abs", "DB.SCHEMA.MY_UDF"}) {
            const RelationPtr plan = makeProject(
                scanOf("ORDERS"), {{"X", call("CallNumber", {constant(name), use("Price", ValueType::Number)})}});
            QVERIFY(sql::emitSql(plan, Dialect::Snowflake).isValid());
        }
        for (const char *name : {"abs(1); drop table x; --", "a b", "", "a..b", ".a", "a.", "1a", "a-b", "\"a\""}) {
            const RelationPtr plan = makeProject(
                scanOf("ORDERS"), {{"X", call("CallNumber", {constant(name), use("Price", ValueType::Number)})}});
            QVERIFY2(!sql::emitSql(plan, Dialect::Snowflake).isValid(), name);
        }
        const RelationPtr plan =
            makeProject(scanOf("ORDERS"), {{"X", call("CallText", {constant("load_extension"), constant("x")})}});
        QVERIFY(!sql::emitSql(plan, Dialect::Sqlite).isValid());
    }

    void longNamesStayDifferent()
    {
        const std::string stem(80, 'x');
        const RelationPtr plan = makeProject(scanOf("ORDERS"), {{stem + "1", constant(1)}, {stem + "2", constant(2)}});
        const auto shape = shapeOf(sql::emitSql(plan, Dialect::Postgresql).text, sql::traitsOf(Dialect::Postgresql));
        QVERIFY(shape);
        QVERIFY(shape->names[0].size() <= 63);
        QVERIFY(shape->names[0] != shape->names[1]);
    }

    void customSqlGetsItsParameters()
    {
        TableSource source;
        source.kind = TableSource::Kind::Sql;
        source.statement = "select ':p1', a::text, :p1 -- :p2\n from t where x = :p2 /* :p1 */; ";
        source.parameters = {Value("it's"), Value(5)};
        const sql::Statement bound = sql::emitSql(makeScan(source, {{"a", ValueType::Text}}), Dialect::Snowflake);
        QVERIFY(bound.isValid());
        QCOMPARE(bound.parameters, (std::vector<Value>{"it's", 5}));
        QVERIFY2(bound.text.find("select ':p1', a::text, ? -- :p2\n from t where x = ? /* :p1 */\n)") !=
                     std::string::npos,
                 bound.text.c_str());
        sql::EmitOptions options;
        options.spellParameters = true;
        QVERIFY(sql::emitSql(makeScan(source, {{"a", ValueType::Text}}), Dialect::Snowflake, options)
                    .text.find("'it''s'") != std::string::npos);
    }

    // Random nests of operators and functions: quotes and parentheses balance, and every placeholder has its value.
    void randomExpressionsStayWhole()
    {
        std::mt19937 random(7);
        const auto cases = scalarCases();
        const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
        for (int round = 0; round < 400; ++round) {
            ExpressionPtr expression = compiled(cases[pick(cases.size())].formula);
            for (int level = 0; level < 4; ++level) {
                const ExpressionPtr other = compiled(cases[pick(cases.size())].formula);
                expression = call("If", {oneOf(expression, {Value("a?"), Value(1)}),
                                         constant(hostile[pick(hostile.size() - 1)], true), call("Text", {other})});
            }
            const RelationPtr plan = makeProject(functionTable(), {{"Result", expression}});
            for (const Dialect dialect : sql::allDialects()) {
                sql::EmitOptions options;
                options.environment = formula::Environment{};
                options.pretty = round % 2 == 0;
                const sql::Statement statement = sql::emitSql(plan, dialect, options);
                if (!statement.isValid()) {
                    QVERIFY(statement.text.empty() && !statement.problems.front().message.isEmpty());
                    continue;
                }
                const auto shape = shapeOf(statement.text, sql::traitsOf(dialect));
                QVERIFY2(shape, statement.text.c_str());
                QCOMPARE(static_cast<std::size_t>(shape->placeholders), statement.parameters.size());
                QCOMPARE(sql::emitSql(plan, dialect, options).text, statement.text);
            }
        }
    }

    void nestingEndsInAProblem()
    {
        ExpressionPtr deep = use("Price", ValueType::Number);
        for (int i = 0; i < 40; ++i)
            deep = call("Power", {deep, constant(2)});
        const sql::Statement statement =
            sql::emitSql(makeProject(scanOf("ORDERS"), {{"X", deep}}), Dialect::Postgresql);
        QVERIFY(!statement.isValid());
        QVERIFY(sql::emitSql(makeProject(scanOf("ORDERS"), {{"X", deep}}), Dialect::Sqlite).isValid());
    }

    // Every function of the catalogue has a row for every dialect: SQL, a formula, or the reason why not.
    void everyFunctionHasARow()
    {
        QStringList missing;
        for (const formula::Function &function : formula::FunctionCatalogue::shipped().all()) {
            const bool planned =
                function.kind == formula::FunctionKind::Total || function.kind == formula::FunctionKind::Lookup ||
                function.kind == formula::FunctionKind::Passthrough ||
                function.kind == formula::FunctionKind::PassthroughAggregate || function.group == "System";
            static const std::set<std::string> special = {"If", "Switch", "In", "Now", "Today"};
            if (planned || special.contains(function.name))
                continue;
            for (const Dialect dialect : sql::allDialects()) {
                if (!sql::FunctionSqlTable::shipped().covers(function.name, dialect))
                    missing << QString::fromStdString(function.name + " " + std::string(sql::dialectName(dialect)));
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1String(", "))));
    }
};

QTEST_GUILESS_MAIN(TestHostileSql)
#include "tst_hostile_sql.moc"
