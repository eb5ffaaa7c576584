// SPDX-License-Identifier: GPL-3.0-or-later
// One formula or dynamic text: syntax, functions, types, aggregates within aggregates.
// Source: Sigma's sources and formulas, checker minimum and common mistakes; function index.
#include "model/checks/rules/formula_sites.h"

#include <algorithm>

#include <QRegularExpression>

#include "model/checks/rules/chart_parts.h"
#include "model/edit/property_edit.h"
#include "model/formula/binder.h"
#include "model/formula/fixes.h"
#include "model/formula/lexer.h"
#include "model/formula/syntax_messages.h"
#include "model/formula/template_scanner.h"
#include "model/query/workbook_scope.h"

namespace tessera::model {

using formula::FormulaProblem;
using formula::NodePtr;
using formula::ProblemCode;

namespace {

bool fits(formula::ValueType given, formula::ValueType wanted)
{
    using formula::ValueType;
    return given == wanted || given == ValueType::Any || given == ValueType::Null || given == ValueType::Error ||
           given == ValueType::Variant;
}

bool within(Span inner, Span outer)
{
    return inner.offset >= outer.offset && inner.end() <= outer.end();
}

// A comparison of a control that holds several values: [pRegion] = "West".
struct ListComparison
{
    NodePtr node;
    Span sign;
    bool listIsLeft = true;
};

class SiteCheck
{
public:
    SiteCheck(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site)
        : m_context(context)
        , m_label(label)
        , m_owner(owner)
        , m_site(site)
    {
    }

    void run()
    {
        if (m_site.language == TextLanguage::Formula)
            formula({0, m_site.text.size()});
        else if (m_site.certain)
            templates();
        if (m_site.certain)
            checkFormulaNames(m_context, m_label, m_owner, m_site);
    }

private:
    void templates()
    {
        for (const TemplatePart &part : scanTemplates(m_site.text)) {
            if (!part.closed) {
                m_context
                    .report("formula.template-open", m_site.path,
                            RuleText::tr("%1: a template is not closed.").arg(m_label),
                            RuleText::tr("Templates stand between {{ and }}."))
                    .fix =
                    textFix(RuleText::tr("Add }} at the end"), m_context, m_site, std::string(m_site.text) + "}}");
            } else if (m_site.language == TextLanguage::Sql) {
                handle(part);
            } else if (part.formula.length > 0) {
                formula(part.formula);
                format(part);
            }
        }
    }

    // Statements name controls without brackets.
    void handle(const TemplatePart &part)
    {
        const std::string_view text = part.formula.in(m_site.text);
        if (text.size() < 3 || text.front() != '[' || text.back() != ']')
            return;
        const std::string bare(text.substr(1, text.size() - 2));
        m_context
            .report("formula.loose-syntax", m_site.path,
                    RuleText::tr("%1: in a statement controls stand without brackets.").arg(m_label),
                    RuleText::tr("Write {{%1}}.").arg(toQString(bare)))
            .fix = textFix(RuleText::tr("Write {{%1}}").arg(toQString(bare)), m_context, m_site,
                           std::string(m_site.text.substr(0, part.formula.offset)) + bare +
                               std::string(m_site.text.substr(part.formula.end())));
    }

    // What stands after the bar: a number format, or one of dates.
    void format(const TemplatePart &part)
    {
        const std::string_view bytes = part.format.in(m_site.text);
        const QString text = toQString(bytes);
        static const QRegularExpression strftime(QStringLiteral("%-?[A-Za-z]"));
        if (!part.hasFormat || text.isEmpty() || text.contains(strftime) ||
            (isNumberFormat(text) && !looksLikeMask(text)))
            return;
        Diagnostic &finding =
            m_context.report("formula.template-format", m_site.path,
                             RuleText::tr("%1: %2 is no format for a template.").arg(m_label, inQuotes(bytes)),
                             RuleText::tr("Numbers are written like ,.0f or $,.2f or .1%, dates like %b %Y."));
        if (const auto better = numberFormatOf(text); better && better->currencySymbol.empty())
            finding.fix =
                textFix(RuleText::tr("Write it as %1").arg(toQString(better->formatString)), m_context, m_site,
                        std::string(m_site.text.substr(0, part.format.offset)) + better->formatString +
                            std::string(m_site.text.substr(part.format.end())));
    }

    void formula(ByteRange range)
    {
        m_range = range;
        const std::string_view text = range.in(m_site.text);
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return;
        const formula::ParsedFormula parsed = formula::parse(text);
        for (const formula::SyntaxProblem &problem : parsed.problems)
            syntax(problem);
        if (!parsed.isValid())
            return;
        const query::WorkbookScope scope(m_context.columns(), m_owner ? m_owner->key : Key(), m_site);
        const std::vector<ListComparison> lists = listComparisons(parsed.root, scope);
        for (const ListComparison &comparison : lists)
            listCompared(comparison);
        const formula::BoundFormula bound = formula::bindFormula(parsed, scope);
        for (const FormulaProblem &problem : bound.problems) {
            const bool told = std::any_of(lists.begin(), lists.end(),
                                          [&](const ListComparison &c) { return c.sign == problem.span; });
            if (!told)
                meaning(problem, parsed.root);
        }
        wantedType(bound);
    }

    // --- What cannot be read ---

    void syntax(const formula::SyntaxProblem &problem)
    {
        using Kind = formula::SyntaxProblem::Kind;
        if (problem.kind == Kind::CallLikeOperator) {
            m_context
                .report(
                    "formula.operator-call", m_site.path,
                    RuleText::tr("%1: %2 is written like a function.").arg(m_label, inQuotes(problem.text)),
                    RuleText::tr(
                        "Sigma reads it and returns empty rows. Leave a blank before the parenthesis; And and Or stand "
                        "between their operands."))
                .fix = fixOf(formula::describe(problem));
            return;
        }
        if (!problem.isError()) {
            m_context
                .report("formula.loose-syntax", m_site.path,
                        RuleText::tr("%1: Sigma does not document %2.").arg(m_label, inQuotes(problem.text)),
                        problem.kind == Kind::SingleQuotes ? RuleText::tr("Texts stand in double quotes.")
                                                           : RuleText::tr("Equal is =, not equal is !=."))
                .fix = fixOf(formula::describe(problem));
            return;
        }
        if (m_reportedSyntax)
            return;
        m_reportedSyntax = true;
        const QString what =
            problem.token == TokenError::CurlyQuote         ? RuleText::tr("typographic quotes do not enclose a text")
            : problem.token == TokenError::UnterminatedText ? RuleText::tr("a text is not closed")
            : problem.token == TokenError::UnterminatedReference ? RuleText::tr("a reference is not closed")
            : problem.kind == Kind::NullOperator
                ? RuleText::tr("“Is Null” is no operator; %1 asks for it").arg(toQString(problem.text))
            : problem.kind == Kind::UnexpectedEnd ? RuleText::tr("it ends too early")
            : problem.text.empty()                ? RuleText::tr("something is missing")
                                                  : RuleText::tr("%1 is not expected here").arg(inQuotes(problem.text));
        m_context
            .report("formula.syntax", m_site.path,
                    RuleText::tr("%1: the formula cannot be read: %2.").arg(m_label, what))
            .fix = fixOf(formula::describe(problem), true);
    }

    // --- What does not fit ---

    void meaning(const FormulaProblem &problem, const NodePtr &root)
    {
        switch (problem.code) {
        case ProblemCode::UnknownFunction:
            unknownFunction(problem);
            return;
        case ProblemCode::ArgumentCount:
            if (isCertain(problem, root))
                tell("formula.arity", problem);
            return;
        case ProblemCode::ArgumentType:
            if (isCertain(problem, root))
                tell("formula.type", problem);
            return;
        case ProblemCode::OperandType:
            tell("formula.type", problem);
            return;
        case ProblemCode::BadChoice:
            tell("formula.choice", problem); // the words are known where only the meaning is in doubt
            return;
        case ProblemCode::NestedAggregate:
        case ProblemCode::AggregateExpected:
            if (isCertain(problem, root))
                tell("formula.aggregate-level", problem);
            return;
        case ProblemCode::UnknownElement: // names have their own words, with what the whole text tells
        case ProblemCode::UnknownColumn:
        case ProblemCode::AmbiguousName:
        case ProblemCode::Syntax:
        case ProblemCode::CallLikeOperator:
        case ProblemCode::LooseSyntax:
            return;
        }
    }

    void tell(std::string_view rule, const FormulaProblem &problem)
    {
        m_context.report(rule, m_site.path, RuleText::tr("%1: %2").arg(m_label, problem.message), problem.hint).fix =
            fixOf(problem);
    }

    void unknownFunction(const FormulaProblem &problem)
    {
        const std::string name(formula::bytesOf(text(), problem.span).in(text()));
        const QString near = problem.replacement ? inQuotes(*problem.replacement) : QString();
        m_context
            .report(
                "formula.unknown-function", m_site.path,
                RuleText::tr("%1: there is no function %2.").arg(m_label, inQuotes(name)),
                near.isEmpty()
                    ? RuleText::tr("It may be a custom function of your organisation.")
                    : RuleText::tr("Did you mean %1? It may also be a custom function of your organisation.").arg(near))
            .fix = fixOf(problem);
    }

    // Whether the innermost call around the problem is of a function whose signature is confirmed.
    static bool isCertain(const FormulaProblem &problem, const NodePtr &root)
    {
        bool certain = true;
        formula::visit(root, [&](const NodePtr &node) { // parents first
            const auto *call = formula::as<formula::Call>(node);
            if (!call || !within(problem.span, node->span))
                return;
            const formula::Function *function = formula::FunctionCatalogue::shipped().find(call->name);
            const bool text = problem.code == ProblemCode::ArgumentCount &&
                              foldName(call->name) == "text"; // Text(x, "#") is confirmed to fail
            certain = !function || function->certain || text;
        });
        return certain;
    }

    // --- A list is not one value ---

    static std::vector<ListComparison> listComparisons(const NodePtr &root, const query::WorkbookScope &scope)
    {
        const auto isList = [&](const NodePtr &node) {
            const auto *reference = formula::as<formula::ColumnReference>(node);
            if (!reference || reference->hasPrefix)
                return false;
            const auto found = scope.resolve(*reference);
            return found.symbol && found.symbol->kind == formula::SymbolKind::Control && found.symbol->isList;
        };
        std::vector<ListComparison> found;
        formula::visit(root, [&](const NodePtr &node) {
            const auto *binary = formula::as<formula::Binary>(node);
            if (!binary || binary->op < formula::Operator::Equal || binary->op > formula::Operator::GreaterEqual)
                return;
            if (isList(binary->left))
                found.push_back({node, binary->opSpan, true});
            else if (isList(binary->right))
                found.push_back({node, binary->opSpan, false});
        });
        return found;
    }

    void listCompared(const ListComparison &comparison)
    {
        const auto *binary = formula::as<formula::Binary>(comparison.node);
        const NodePtr &list = comparison.listIsLeft ? binary->left : binary->right;
        const NodePtr &other = comparison.listIsLeft ? binary->right : binary->left;
        const auto part = [this](const NodePtr &node) {
            return std::string(formula::bytesOf(text(), node->span).in(text()));
        };
        Diagnostic &finding = m_context.report(
            "formula.list-compared", m_site.path,
            RuleText::tr("%1: %2 holds several values and is compared with one.").arg(m_label, inQuotes(part(list))),
            RuleText::tr(
                "ArrayContains(…) tells whether a value is among them; a list of one selection can be compared."));
        const bool equal = binary->op == formula::Operator::Equal;
        if (!equal && binary->op != formula::Operator::NotEqual)
            return;
        const std::string call = "ArrayContains(" + part(list) + ", " + part(other) + ')';
        finding.fix = textFix(RuleText::tr("Use ArrayContains(…)"), m_context, m_site,
                              with({{comparison.node->span, equal ? call : "Not (" + call + ')'}}));
    }

    // --- What the place needs ---

    // Conditions are true or false, ends and value of a progress bar are numbers.
    void wantedType(const formula::BoundFormula &bound)
    {
        using formula::ValueType;
        if (m_site.language != TextLanguage::Formula || !bound.isValid())
            return;
        const std::string_view path = m_site.path;
        const bool progress = m_owner && m_owner->kind == "progress" && isOneOf(path, {"/min", "/max", "/value"});
        const bool condition = path.ends_with("/condition/formula") || path.ends_with("/whichRows/formula") ||
                               (path.starts_with("/conditionalFormats/") && path.ends_with("/formula"));
        if (!progress && !condition)
            return;
        const ValueType wanted = progress ? ValueType::Number : ValueType::Logical;
        const ValueType given = bound.root->type;
        if (fits(given, wanted))
            return;
        m_context.report("formula.type", m_site.path,
                         RuleText::tr("%1: this must be %2, it is %3.")
                             .arg(m_label, formula::typeName(wanted), formula::typeName(given)),
                         condition ? RuleText::tr("A condition is true or false: compare the value with another.")
                                   : QString());
    }

    // --- Corrections ---

    std::string_view text() const { return m_range.in(m_site.text); }

    // The whole text with edits in the formula at hand.
    std::string with(const std::vector<formula::SpanEdit> &edits) const
    {
        return std::string(m_site.text.substr(0, m_range.offset)) + formula::edited(text(), edits) +
               std::string(m_site.text.substr(m_range.end()));
    }

    // `must`: only when the formula can be read afterwards.
    std::optional<QuickFix> fixOf(const FormulaProblem &problem, bool must = false) const
    {
        const auto fixes = formula::fixesAt(text(), {problem}, problem.span);
        if (fixes.empty() || (must && !formula::parse(formula::edited(text(), fixes.front().edits)).isValid()))
            return std::nullopt;
        return textFix(fixes.front().label, m_context, m_site, with(fixes.front().edits));
    }

    CheckContext &m_context;
    const QString &m_label;
    const ElementFacts *m_owner;
    const TextSite &m_site;
    ByteRange m_range;
    bool m_reportedSyntax = false;
};

} // namespace

void checkFormulaSite(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site)
{
    SiteCheck(context, label, owner, site).run();
}

QuickFix textFix(QString label, const CheckContext &context, const TextSite &site, std::string text)
{
    const auto make = [scope = context.scope(), key = context.key(), path = site.path, before = std::string(site.text),
                       text = std::move(text)](const Workbook &workbook) -> std::vector<Change> {
        const Json *tree = propertyTree(workbook, scope, key);
        const Json *value = tree ? at(*tree, path) : nullptr;
        if (!value || textOf(*value) != before)
            return {};
        return setProperty(workbook, scope, key, path, text);
    };
    return changesFix(std::move(label), make);
}

} // namespace tessera::model
