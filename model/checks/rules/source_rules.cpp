// SPDX-License-Identifier: GPL-3.0-or-later
// Where data comes from: paths, statements, joins and unions, and elements that would read themselves.
// Source: Sigma's source kinds, composite sources, steps left to a person.
#include <algorithm>
#include <initializer_list>
#include <set>

#include "model/base/circles.h"
#include "model/checks/rules/rule_support.h"
#include "model/checks/rules/source_sql.h"
#include "model/edit/property_edit.h"
#include "model/formula/lexer.h"
#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

class SourceWalk
{
public:
    SourceWalk(CheckContext &context, const Json &body, const ElementFacts &facts)
        : m_context(context)
        , m_body(body)
        , m_facts(facts)
        , m_label(labelOf(facts))
    {
    }

    void run() { source(child(m_body, "source"), "/source", 0); }

private:
    void source(const Json &source, const std::string &path, int depth)
    {
        if (!source.is_object() || depth > 12)
            return;
        const std::string_view kind = textAt(source, "kind");
        if (kind == "warehouse-table")
            tablePath(source, path);
        else if (kind == "sql")
            statement(source, path);
        else if (kind == "join")
            join(source, path);
        else if (kind == "union" && !has(source, "name"))
            unionName(source, path);
        else if (kind == "transpose")
            transpose(source, path);
        else if (kind == "csv-table")
            m_context.report("source.upload", path, RuleText::tr("%1 reads an uploaded file.").arg(m_label),
                             RuleText::tr("Upload it in Sigma; code cannot carry the file."));
        for (const char *key : {"primarySource", "source", "left", "right"})
            this->source(child(source, key), joinPointer(path, key), depth + 1);
        for (const char *key : {"joins", "sources"})
            eachItem(source, key, path,
                     [&](const Json &part, const std::string &at) { this->source(part, at, depth + 1); });
    }

    void tablePath(const Json &source, const std::string &path)
    {
        const std::size_t depth = items(source, "path").size();
        if (depth == 0 || depth == 2 || depth == 3)
            return;
        m_context.report("source.path-depth", path + "/path",
                         RuleText::tr("%1: the path of the table has %2 part(s).").arg(m_label).arg(depth),
                         RuleText::tr("Snowflake, BigQuery and Databricks have three (database, schema, table); "
                                      "Redshift, PostgreSQL and MySQL two."));
    }

    void statement(const Json &source, const std::string &path)
    {
        if (path == "/source" && m_facts.columns.empty())
            m_context.report(
                "source.sql-columns", "/columns",
                RuleText::tr("%1 reads a statement but declares no columns.").arg(m_label),
                RuleText::tr(
                    "Declare each column of the result: [Custom SQL/<alias>], in the exact spelling of the alias."));
        const std::string text = stringMember(source, "statement");
        const SqlWords words = readSql(text);
        if (words.nestedWith)
            m_context.report(
                "source.sql-with", path + "/statement",
                RuleText::tr("%1: a WITH stands inside another one.").arg(m_label),
                RuleText::tr("Snowflake cannot run this below the statement that Sigma wraps around it. List "
                             "all parts in one WITH."));
        semicolon(words, text, path + "/statement");
        if (path == "/source")
            aliases(words);
    }

    void semicolon(const SqlWords &words, const std::string &text, const std::string &path)
    {
        if (words.several)
            m_context.report("data.sql-semicolon", path, RuleText::tr("%1: there are several statements.").arg(m_label),
                             RuleText::tr("Sigma runs one statement, which it wraps in another one."));
        else if (words.semicolon)
            m_context
                .report("data.sql-semicolon", path,
                        RuleText::tr("%1: the statement ends with a semicolon.").arg(m_label),
                        RuleText::tr("Sigma wraps the statement in another one, where a semicolon is an error."))
                .fix = setFix(RuleText::tr("Remove the semicolon"), m_context, path,
                              text.substr(0, *words.semicolon) + text.substr(*words.semicolon + 1));
    }

    // Columns of the result are called exactly like in the statement.
    void aliases(const SqlWords &words)
    {
        eachItem(m_body, "columns", "", [&](const Json &column, const std::string &at) {
            const std::string formula = stringMember(column, "formula");
            for (const TextReference &reference : referencesIn(formula, TextLanguage::Formula)) {
                const std::string &name = reference.reference.name;
                bool unknown = false;
                const std::string exact = foldName(reference.reference.prefix) == "custom sql"
                                              ? exactAlias(words, name, unknown)
                                              : std::string();
                if (unknown)
                    alias(formula, reference, exact, at + "/formula");
            }
        });
    }

    void alias(const std::string &formula, const TextReference &reference, const std::string &exact,
               const std::string &path)
    {
        const std::string &name = reference.reference.name;
        Diagnostic &finding = m_context.report(
            "source.sql-alias", path,
            RuleText::tr("%1: nothing in the statement is called %2.").arg(m_label, inQuotes(name)),
            exact.empty()
                ? RuleText::tr("Columns of a statement have the names it gives them, in the same spelling.")
                : RuleText::tr("It says %1; names of statements are not made friendly.").arg(inQuotes(exact)));
        if (!exact.empty())
            finding.fix = setFix(RuleText::tr("Change it to %1").arg(inQuotes(exact)), m_context, path,
                                 edited(formula, {{reference.reference.nameBytes, escapeName(exact)}}));
    }

    void join(const Json &source, const std::string &path)
    {
        std::set<std::string> names = {stringMember(source, "name")};
        eachItem(source, "joins", path, [&](const Json &leg, const std::string &at) {
            eachItem(leg, "columns", at, [&](const Json &pair, const std::string &key) {
                joinKey(pair, "left", key);
                joinKey(pair, "right", key);
            });
            const std::string name = stringMember(leg, "name");
            if (name.empty() || names.insert(name).second)
                return;
            std::string fresh = name + " 2";
            for (int n = 3; names.contains(fresh); ++n)
                fresh = name + ' ' + std::to_string(n);
            m_context
                .report("source.join-names", at + "/name",
                        RuleText::tr("%1: two parts of the join are called %2.").arg(m_label, inQuotes(name)),
                        RuleText::tr("Formulas tell the parts apart by name: [%1/Column] would mean both.")
                            .arg(toQString(name)))
                .fix = setFix(RuleText::tr("Call it %1").arg(inQuotes(fresh)), m_context, at + "/name", fresh);
        });
    }

    // A key is a column of its leg, so the leg is not named.
    void joinKey(const Json &pair, const char *side, const std::string &path)
    {
        const std::string key = stringMember(pair, side);
        const auto parts = referencesIn(key, TextLanguage::Formula);
        if (parts.size() != 1 || !parts.front().reference.hasPrefix)
            return;
        const std::string bare = '[' + escapeName(parts.front().reference.name) + ']';
        const bool whole = key.front() == '[' && key.back() == ']';
        Diagnostic &finding =
            m_context.report("source.join-key", joinPointer(path, side),
                             RuleText::tr("%1: the key %2 names its leg.").arg(m_label, inQuotes(key)),
                             RuleText::tr("Keys are columns of their leg, written %1.").arg(toQString(bare)));
        if (whole)
            finding.fix =
                setFix(RuleText::tr("Write it as %1").arg(toQString(bare)), m_context, joinPointer(path, side), bare);
    }

    // What is turned: the sources do not say what happens without it.
    void transpose(const Json &source, const std::string &path)
    {
        const bool rows = textAt(source, "direction") == "row-to-column";
        for (const char *key : rows ? std::initializer_list<const char *>{"columnToTranspose", "valueColumn"}
                                    : std::initializer_list<const char *>{"columnsToMerge"}) {
            if (has(source, key))
                continue;
            m_context.report(
                "source.transpose", joinPointer(path, key),
                RuleText::tr("%1: the transposition does not say %2.").arg(m_label, inQuotes(key)),
                rows ? RuleText::tr("Rows become columns by the values of one column, filled with those of another.")
                     : RuleText::tr("List the columns that become rows."));
            return;
        }
    }

    void unionName(const Json &source, const std::string &path)
    {
        const std::string name = "Union of " + std::to_string(items(source, "sources").size()) + " Sources";
        m_context
            .report("source.union-name", path, RuleText::tr("%1: the union has no name.").arg(m_label),
                    RuleText::tr("Sigma calls it %1, and formulas must do so too.").arg(inQuotes(name)))
            .fix = setFix(RuleText::tr("Call it %1").arg(inQuotes(name)), m_context, path + "/name", name);
    }

    CheckContext &m_context;
    const Json &m_body;
    const ElementFacts &m_facts;
    QString m_label;
};

// An element that takes its rows from itself, directly or through others.
void checkCircle(CheckContext &context, const ElementFacts &facts)
{
    std::map<Key, FactsPtr> known;
    Circles<Key> circles([&](const Key &key) {
        const ElementFacts &at = key == facts.key ? facts : *known.at(key);
        std::vector<std::string> ids = {at.source->elementId};
        for (const SourceLeg &leg : at.source->legs)
            ids.push_back(leg.elementId);
        std::vector<Key> all;
        for (const std::string &id : ids) {
            const FactsPtr source = id.empty() ? nullptr : context.byId(id);
            if (!source)
                continue;
            known.emplace(source->key, source);
            all.push_back(source->key);
        }
        return all;
    });
    if (circles.contain(facts.key))
        context.report("source.circle", "/source", RuleText::tr("%1 takes its rows from itself.").arg(labelOf(facts)),
                       RuleText::tr("Follow the sources: one of the elements on the way must read something else."));
}

// The tables behind input tables are Sigma's own.
void checkWriteBack(CheckContext &context, const Json &source, const QString &label)
{
    const Json &path = child(source, "path");
    const bool table = path.is_array() && !path.empty() && foldName(stringOf(path.back())).starts_with("sigds_");
    const std::string statement = foldName(textAt(source, "statement"));
    if (!table && statement.find("sigds_") == std::string::npos)
        return;
    context.report(
        "source.write-back-table", table ? "/source/path" : "/source/statement",
        RuleText::tr("%1 reads a table that Sigma keeps for an input table.").arg(label),
        RuleText::tr(
            "Make a warehouse view of the input table in Sigma (element menu → Warehouse views) and read that."));
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    checkWriteBack(context, child(element.body(), "source"), labelOf(facts));
    SourceWalk(context, element.body(), facts).run();
    if (facts.source->kind != FactsSource::None)
        checkCircle(context, facts);
}

std::vector<RuleInfo> rows()
{
    return {
        {"source.circle", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Element that reads itself"),
         QT_TRANSLATE_NOOP("Rules", "Sources form a chain; it may not lead back to where it starts."),
         "Dependency not found"},
        {"source.path-depth", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Path of a table"),
         QT_TRANSLATE_NOOP("Rules", "Tables of a warehouse have a path of two or three parts.")},
        {"source.sql-columns", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Statement without columns"),
         QT_TRANSLATE_NOOP("Rules", "An element over a statement declares its columns itself."),
         "Invalid kind: \"table\""},
        {"source.sql-with", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "WITH inside WITH"),
         QT_TRANSLATE_NOOP("Rules", "A statement whose parts have parts of their own fails on Snowflake.")},
        {"source.sql-alias", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Column that the statement does not give"),
         QT_TRANSLATE_NOOP("Rules",
                           "[Custom SQL/name] means the column of the result that the statement calls so, in the "
                           "same spelling. Names of statements are not made friendly."),
         "Unknown column \"[X]\""},
        {"source.join-key", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Key of a join with a prefix"),
         QT_TRANSLATE_NOOP("Rules",
                           "The keys of a join are columns of its legs, written [Column] without the name of the leg."),
         "Column reference not found"},
        {"source.transpose", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Transposition without its columns"),
         QT_TRANSLATE_NOOP("Rules",
                           "Columns become rows by a list of columns to merge; rows become columns by a column to "
                           "spread and a column of values.")},
        {"source.join-names", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Two parts of a join with one name"),
         QT_TRANSLATE_NOOP("Rules", "Formulas name the parts of a join, so each needs a name of its own.")},
        {"source.union-name", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Union without a name"),
         QT_TRANSLATE_NOOP("Rules", "A union without a name gets one from Sigma, which formulas must then use.")},
        {"source.write-back-table", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Table behind an input table"),
         QT_TRANSLATE_NOOP("Rules", "Tables whose names begin with SIGDS_ hold what people typed in a form of Sigma's "
                                    "own, which may change; other "
                                    "readers take a warehouse view.")},
        {"source.upload", Severity::Manual, QT_TRANSLATE_NOOP("Rules", "Uploaded file"),
         QT_TRANSLATE_NOOP("Rules", "Files are uploaded in Sigma.")},
    };
}

} // namespace

RuleTopic sourceTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Sources"), rows(), {}, checkElement, {}, {}};
}

} // namespace tessera::model
