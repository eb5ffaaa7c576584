// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas and dynamic texts, as far as names and syntax go: types and levels belong to the binder.
// Source: Sigma's sources and formulas, checker minimum; function index.
#include <map>
#include <set>

#include "model/checks/rules/rule_support.h"
#include "model/formula/function_catalogue.h"
#include "model/formula/parser.h"
#include "model/formula/template_scanner.h"
#include "model/names/resolver.h"
#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

class SiteCheck
{
public:
    SiteCheck(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site)
        : m_context(context), m_label(label), m_owner(owner), m_site(site)
    {
    }

    void run()
    {
        if (m_site.language == TextLanguage::Formula)
            formula({0, m_site.text.size()});
        else if (m_site.certain)
            templates();
        if (m_site.certain)
            references();
    }

private:
    void templates()
    {
        for (const TemplatePart &part : scanTemplates(m_site.text)) {
            if (!part.closed) {
                m_context.report("formula.template-open", m_site.path, RuleText::tr("%1: a template is not closed.").arg(m_label),
                                 RuleText::tr("Templates stand between {{ and }}."));
            } else if (m_site.language != TextLanguage::Sql && part.formula.length > 0) {
                formula(part.formula);
            }
        }
    }

    void formula(ByteRange range)
    {
        const std::string_view text = range.in(m_site.text);
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return;
        const formula::ParsedFormula parsed = formula::parse(text);
        for (const formula::SyntaxProblem &problem : parsed.problems)
            syntax(problem, text, range);
        if (parsed.isValid())
            calls(parsed.root);
    }

    void syntax(const formula::SyntaxProblem &problem, std::string_view text, ByteRange range)
    {
        using Kind = formula::SyntaxProblem::Kind;
        if (problem.kind == Kind::CallLikeOperator) {
            Diagnostic &finding = m_context.report(
                "formula.operator-call", m_site.path,
                RuleText::tr("%1: %2 is written like a function.").arg(m_label, inQuotes(problem.text)),
                RuleText::tr("Sigma reads it and returns empty rows. Leave a blank before the parenthesis; And and Or stand between their operands."));
            if (foldName(problem.text).starts_with("not"))
                finding.fix = spaceFix(text, range);
            return;
        }
        if (!problem.isError() || m_reportedSyntax)
            return;
        m_reportedSyntax = true;
        const QString what = problem.token == TokenError::CurlyQuote ? RuleText::tr("typographic quotes do not enclose a text")
            : problem.token == TokenError::UnterminatedText          ? RuleText::tr("a text is not closed")
            : problem.token == TokenError::UnterminatedReference     ? RuleText::tr("a reference is not closed")
            : problem.kind == Kind::UnexpectedEnd                    ? RuleText::tr("it ends too early")
            : problem.text.empty()                                   ? RuleText::tr("something is missing")
                                                                     : RuleText::tr("%1 is not expected here").arg(inQuotes(problem.text));
        m_context.report("formula.syntax", m_site.path, RuleText::tr("%1: the formula cannot be read: %2.").arg(m_label, what));
    }

    // "Not(" becomes "Not (" everywhere in the formula.
    QuickFix spaceFix(std::string_view text, ByteRange range) const
    {
        std::vector<TextEdit> edits;
        const Tokens tokens = tokenize(text);
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            if (tokens[i].kind == TokenKind::Keyword && foldName(tokens[i].bytes.in(text)) == "not"
                && tokens[i + 1].kind == TokenKind::LeftParen && tokens[i].bytes.end() == tokens[i + 1].bytes.offset)
                edits.push_back({{range.offset + tokens[i].bytes.end(), 0}, " "});
        }
        return setFix(RuleText::tr("Leave a blank before the parenthesis"), m_context, m_site.path, edited(m_site.text, edits));
    }

    void calls(const formula::NodePtr &root)
    {
        const formula::FunctionCatalogue &functions = formula::FunctionCatalogue::shipped();
        formula::visit(root, [&](const formula::NodePtr &node) {
            const auto *call = formula::as<formula::Call>(node);
            if (!call)
                return;
            const formula::Function *function = functions.find(call->name);
            if (!function) {
                const auto near = functions.nearest(call->name, 1);
                m_context.report("formula.unknown-function", m_site.path, RuleText::tr("%1: there is no function %2.").arg(m_label, inQuotes(call->name)),
                                 near.empty() ? RuleText::tr("It may be a custom function of your organisation.")
                                              : RuleText::tr("Did you mean %1? It may also be a custom function of your organisation.").arg(inQuotes(near.front())));
                return;
            }
            const int count = static_cast<int>(call->arguments.size());
            const int most = function->maxArguments();
            if (function->certain && (count < function->minArguments || (most >= 0 && count > most)))
                m_context.report("formula.arity", m_site.path,
                                 RuleText::tr("%1: %2 takes another number of arguments.").arg(m_label, inQuotes(call->name)),
                                 toQString(function->signature()));
        });
    }

    void references()
    {
        std::set<std::string> seen;
        for (const TextReference &at : referencesIn(m_site.text, m_site.language)) {
            const Resolution found = resolveReference(at.reference, m_owner, m_site, m_context);
            const std::string written = at.reference.hasPrefix ? at.reference.prefix + '/' + at.reference.name : at.reference.name;
            if (!seen.insert(written).second)
                continue;
            report(found, at, written);
        }
    }

    void report(const Resolution &found, const TextReference &at, const std::string &written)
    {
        const QString shown = inQuotes('[' + written + ']');
        switch (found.meaning) {
        case Meaning::UnknownColumn:
            m_context.report("formula.unknown-column", m_site.path,
                             RuleText::tr("%1: %2 names no column of %3.").arg(m_label, shown, found.element ? labelOf(*found.element) : QString()),
                             near(found.element.get(), at.reference.name));
            return;
        case Meaning::UnknownPrefix: {
            const FactsPtr byId = m_context.byId(at.reference.prefix);
            m_context.report("formula.unknown-prefix", m_site.path, RuleText::tr("%1: %2 names no element or source.").arg(m_label, shown),
                             byId && !byId->name.empty() ? RuleText::tr("Formulas use names, not ids: write [%1/…].").arg(toQString(byId->name))
                                                         : RuleText::tr("Before the slash stands the name of the source, or of another element."));
            return;
        }
        case Meaning::UnknownName: {
            const FactsPtr byId = m_context.byId(at.reference.name);
            const QString hint = byId && !byId->handle.empty()
                ? RuleText::tr("Controls are named by controlId: write [%1].").arg(toQString(byId->handle))
                : m_owner && m_owner->source.kind != FactsSource::None && m_site.scope == TextScope::Element
                ? RuleText::tr("A column of the source needs its prefix: [Source/Column].")
                : near(m_owner, at.reference.name);
            m_context.report(m_site.language == TextLanguage::Sql ? "formula.sql-handle" : "formula.unknown-name", m_site.path,
                             RuleText::tr("%1: %2 is neither a column here nor a control.").arg(m_label, shown), hint);
            return;
        }
        case Meaning::CardColumn:
            m_context.report("formula.card-binding", m_site.path, RuleText::tr("%1 reads the row of a repeated card.").arg(m_label),
                             RuleText::tr("Sigma returns this form but rejects it when sent. Keep the binding to Sigma, or use single containers."));
            return;
        case Meaning::Control:
            if (found.element->controlType == "list" && m_owner && m_owner->kind == "text" && isWhole(at))
                m_context.report("formula.list-in-text", m_site.path,
                                 RuleText::tr("%1 shows a list control, which texts cannot write.").arg(m_label),
                                 RuleText::tr("It renders “Invalid Query”. A segmented control works; for a list compute a text first."));
            break;
        default:
            break;
        }
        if (found.ambiguous && found.meaning == Meaning::Column)
            m_context.report("formula.ambiguous", m_site.path, RuleText::tr("%1: %2 could mean several elements.").arg(m_label, shown),
                             RuleText::tr("Give the elements different names."));
    }

    // {{[Control]}} and nothing else.
    bool isWhole(const TextReference &at) const
    {
        for (const TemplatePart &part : scanTemplates(m_site.text)) {
            if (part.formula.offset + 1 == at.reference.nameBytes.offset && part.formula.length == at.reference.nameBytes.length + 2)
                return true;
        }
        return false;
    }

    static QString near(const ElementFacts *element, const std::string &name)
    {
        if (!element)
            return {};
        std::vector<std::string> names;
        for (const ColumnFacts &column : element->columns)
            names.push_back(column.name);
        const auto likely = formula::nearestNames(name, names, 1);
        return likely.empty() ? QString() : RuleText::tr("Did you mean %1?").arg(inQuotes(likely.front()));
    }

    CheckContext &m_context;
    const QString &m_label;
    const ElementFacts *m_owner;
    const TextSite &m_site;
    bool m_reportedSyntax = false;
};

// --- Columns that need themselves ---

using Needs = std::map<std::string, std::set<std::string>>;

bool reaches(const Needs &needs, const std::string &from, const std::string &goal, std::set<std::string> &seen)
{
    const auto found = needs.find(from);
    if (found == needs.end())
        return false;
    for (const std::string &next : found->second) {
        if (next == goal || (seen.insert(next).second && reaches(needs, next, goal, seen)))
            return true;
    }
    return false;
}

void checkCycles(CheckContext &context, const Json &body, const ElementFacts &facts, const QString &label)
{
    Needs needs;
    const Json &columns = items(body, "columns");
    for (std::size_t i = 0; i < columns.size() && i < facts.columns.size(); ++i) {
        TextSite site;
        site.column = static_cast<int>(i);
        for (const TextReference &at : referencesIn(textAt(columns[i], "formula"), TextLanguage::Formula)) {
            const Resolution found = resolveReference(at.reference, &facts, site, context);
            if (found.meaning == Meaning::OwnColumn && !facts.columns[i].id.empty() && !found.totals)
                needs[facts.columns[i].id].insert(found.column);
        }
    }
    if (needs.size() > 400)
        return; // long chains are checked by the binder
    for (std::size_t i = 0; i < facts.columns.size(); ++i) {
        std::set<std::string> seen;
        const std::string &id = facts.columns[i].id;
        if (!id.empty() && reaches(needs, id, id, seen))
            context.report("formula.circular", "/columns/" + std::to_string(i) + "/formula",
                           RuleText::tr("%1: the column %2 needs itself.").arg(label, inQuotes(facts.columns[i].name)),
                           RuleText::tr("To pull a column of the source through under its own name write it with the prefix: [Source/%1].")
                               .arg(toQString(facts.columns[i].name)));
    }
}

void checkSites(CheckContext &context, const Json &body, std::string_view kind, const ElementFacts *owner, const QString &label)
{
    visitTextSites(body, kind, [&](const TextSite &site) { SiteCheck(context, label, owner, site).run(); });
}

void checkElement(CheckContext &context, const Object &element, const ElementFacts &facts)
{
    const QString label = labelOf(facts);
    checkSites(context, element.body(), facts.kind, &facts, label);
    checkCycles(context, element.body(), facts, label);
    for (std::size_t i = 0; i < facts.columns.size(); ++i) {
        const ColumnFacts &column = facts.columns[i];
        if (column.named && column.name.find('/') != std::string::npos)
            context.report("formula.slash-in-name", "/columns/" + std::to_string(i) + "/name",
                           RuleText::tr("%1: the column name %2 contains a slash.").arg(label, inQuotes(column.name)),
                           RuleText::tr("References split at the slash, so formulas cannot name the column."));
    }
}

void checkBlock(CheckContext &context, const Object &block, Scope scope)
{
    checkSites(context, block.body(), {}, nullptr, labelOf(block, scope));
}

void checkWorkbook(CheckContext &context, const Json &, const Json &contents, const Json &)
{
    checkSites(context, contents, {}, nullptr, RuleText::tr("The workbook"));
}

std::vector<RuleInfo> rows()
{
    return {
        {"formula.syntax", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Formula that cannot be read"),
         QT_TRANSLATE_NOOP("Rules", "The formula breaks the grammar of the formula language."), "Invalid Query"},
        {"formula.unknown-function", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Unknown function"),
         QT_TRANSLATE_NOOP("Rules", "Neither a function of Sigma nor, as far as this file tells, one of your organisation."), "Unknown function"},
        {"formula.arity", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Number of arguments"),
         QT_TRANSLATE_NOOP("Rules", "The function takes fewer or more arguments."), "expected 3 arguments, got 2"},
        {"formula.operator-call", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Operator written like a function"),
         QT_TRANSLATE_NOOP("Rules", "Not(…), And(…) and Or(…) are read but give empty rows; they are operators.")},
        {"formula.unknown-column", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column that the source does not have"),
         QT_TRANSLATE_NOOP("Rules", "[Element/Column] names a column that the element does not declare. Columns of a source are visible "
                                    "below only where they are declared."),
         "Dependency not found: '<element>/<column>', Unknown column \"[X]\""},
        {"formula.unknown-prefix", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Prefix that names nothing"),
         QT_TRANSLATE_NOOP("Rules", "Before the slash stands the name of the source (a table's last path part, Custom SQL, a join leg) or of "
                                    "an element; never an id."),
         "Dependency not found: '<x>/<y>', Unknown column \"[X]\""},
        {"formula.unknown-name", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Name that means nothing here"),
         QT_TRANSLATE_NOOP("Rules", "Without a prefix a name means a column of the same element or a control."), "Unknown column \"[X]\""},
        {"formula.sql-handle", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown control in SQL"),
         QT_TRANSLATE_NOOP("Rules", "{{…}} in a statement inserts the value of a control, by its controlId."), "Control not found"},
        {"formula.circular", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Column that needs itself"),
         QT_TRANSLATE_NOOP("Rules", "A column refers to itself, directly or through others. Often a prefix is missing."),
         "Circular column reference to [X]"},
        {"formula.ambiguous", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Name of several elements"),
         QT_TRANSLATE_NOOP("Rules", "Elements that formulas refer to by name should have different names.")},
        {"formula.slash-in-name", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Slash in a column name"),
         QT_TRANSLATE_NOOP("Rules", "References split at the first slash, so a column with a slash in its name cannot be named."), "Unknown column"},
        {"formula.template-open", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Template that is not closed"),
         QT_TRANSLATE_NOOP("Rules", "What follows {{ is shown as plain text when }} is missing.")},
        {"formula.list-in-text", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "List control in a text"),
         QT_TRANSLATE_NOOP("Rules", "The value of a list control cannot be written into a text."), "Invalid Query"},
        {"formula.card-binding", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Row of a repeated card"),
         QT_TRANSLATE_NOOP("Rules", "Values of the card's row come back from Sigma but are rejected when sent."), "Dependency not found"},
    };
}

} // namespace

RuleTopic formulaTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Formulas"), rows(), checkWorkbook, checkElement, checkBlock, {}};
}

} // namespace tessera::model
