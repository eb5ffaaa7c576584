// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QDateTime>

#include "adapters/query/run_element.h"
#include "app/cli/query_input.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/evaluate.h"
#include "model/formula/scalar/rows.h"
#include "model/query/workbook_scope.h"
#include "model/workbook/formula_probe.h"

namespace tessera::app {

using model::Span;
using model::Value;
using model::formula::BoundFormula;
using model::formula::BoundPtr;
using model::formula::Shape;
using model::formula::ValueType;

namespace {

struct Step
{
    QString text; // the part of the formula
    Value value;
};

struct Evaluation
{
    Value value;
    ValueType type = ValueType::Any;
    std::vector<Step> steps; // parts before the whole
    bool sample = false;
};

// As people write it: text as it is, True, ISO dates, Null.
QString shown(const Value &value)
{
    return value.isNull() ? u"Null"_qs : model::toQString(model::plainText(value));
}

const char *typeWord(const Value &value)
{
    return value.isNull()      ? "null"
           : value.isText()    ? "text"
           : value.isLogical() ? "logical"
           : value.isMoment()  ? "date"
           : value.isVariant() ? "variant"
                               : "number";
}

model::Json jsonOf(const Value &value)
{
    return {{"type", typeWord(value)}, {"value", model::formula::toJsonValue(value)}};
}

// Says what is wrong with a formula: "formula:1:5: …". True when it cannot be computed.
bool printProblems(const BoundFormula &bound, bool hasFile, Console &console)
{
    for (const model::formula::FormulaProblem &problem : bound.problems) {
        console.err(u"formula:1:%1: %2: %3"_qs.arg(problem.span.offset + 1)
                        .arg(problem.isError ? Cli::tr("error") : Cli::tr("warning"), problem.message));
        const bool unknown = problem.code == model::formula::ProblemCode::UnknownColumn ||
                             problem.code == model::formula::ProblemCode::UnknownElement;
        const QString hint =
            !hasFile && unknown ? Cli::tr("Name a workbook and an element with --file and --element.") : problem.hint;
        if (!hint.isEmpty())
            console.err(u"    "_qs + hint);
    }
    return !bound.isValid();
}

class NoNames : public model::formula::Scope
{
public:
    Found resolve(const model::formula::ColumnReference &) const override { return {}; }
    std::vector<std::string> candidates(const model::formula::ColumnReference &) const override { return {}; }
};

QString partOf(const QString &formula, Span span)
{
    return formula.mid(span.offset, span.length);
}

// Parts that have a value of their own at the place the formula stands: not what is inside an aggregate.
void collectParts(const BoundPtr &node, std::vector<BoundPtr> &out)
{
    if (const auto *call = model::formula::as<model::formula::BoundCall>(node)) {
        const bool collapses = call->function && call->function->kind != model::formula::FunctionKind::Scalar;
        for (const BoundPtr &argument : collapses ? std::vector<BoundPtr>() : call->arguments)
            collectParts(argument, out);
    } else if (const auto *operation = model::formula::as<model::formula::BoundOperation>(node)) {
        for (const BoundPtr &operand : operation->operands)
            collectParts(operand, out);
    } else if (const auto *access = model::formula::as<model::formula::BoundAccess>(node)) {
        collectParts(access->base, out);
    }
    if (!model::formula::as<model::formula::BoundLiteral>(node))
        out.push_back(node);
}

void print(const QString &formula, const Evaluation &result, const QCommandLineParser &arguments, Console &console)
{
    if (arguments.isSet(u"json"_qs)) {
        model::Json out = jsonOf(result.value);
        out["formula"] = model::toUtf8(formula);
        out["sample"] = result.sample;
        if (arguments.isSet(u"steps"_qs)) {
            out["steps"] = model::Json::array();
            for (const Step &step : result.steps) {
                model::Json line = jsonOf(step.value);
                line["text"] = model::toUtf8(step.text);
                out["steps"].push_back(std::move(line));
            }
        }
        console.outText(model::writeJson(out) + '\n');
        return;
    }
    if (arguments.isSet(u"steps"_qs)) {
        for (const Step &step : result.steps)
            console.out(step.text.simplified() + u"  =  "_qs + shown(step.value));
    }
    console.out(shown(result.value));
}

// A formula without names needs no database.
int runAlone(const QString &formula, const QCommandLineParser &arguments, Console &console)
{
    const BoundFormula bound = model::formula::bindFormula(model::toUtf8(formula), NoNames());
    if (printProblems(bound, false, console))
        return Findings;
    if (bound.root->shape != Shape::Constant) {
        console.err(Cli::tr(
            "tessera eval: This formula needs rows; name a workbook and an element with --file and --element."));
        return Findings;
    }
    model::formula::Environment environment;
    environment.now = model::Moment{QDateTime::currentMSecsSinceEpoch() * 1000};
    std::vector<BoundPtr> parts;
    collectParts(bound.root, parts);
    Evaluation result;
    for (const BoundPtr &part : parts) {
        const Value value = model::formula::evaluate(part, {}, environment);
        if (part == bound.root)
            result.value = value;
        else
            result.steps.push_back({partOf(formula, part->span), value});
    }
    if (parts.empty() || parts.back() != bound.root) // a literal
        result.value = model::formula::evaluate(bound.root, {}, environment);
    print(formula, result, arguments, console);
    return Done;
}

// The values of formulas on one row of an element, in their order; none when that was said.
std::optional<Evaluation> valuesIn(QueryInput &input, const std::vector<model::ProbeColumn> &formulas, bool summary,
                                   qint64 row, Console &console)
{
    const model::Object *element = input.workbook().elements.find(input.element);
    const model::FormulaProbe probe = model::makeTableProbe(input.workbook(), *element, formulas, summary);
    const model::NameIndex names(probe.workbook);
    adapters::LocalTables tables(*input.store, input.settings, probe.workbook, input.options.now);
    model::query::QueryOptions options = input.options;
    options.sources = &tables;
    auto connection = adapters::SqliteConnection::open(input.store->databasePath());
    if (!connection) {
        console.err(connection.error());
        return std::nullopt;
    }
    adapters::RunOptions limits;
    limits.maxRows = row;
    const model::query::ElementRows rows =
        adapters::runElement(probe.workbook, names, probe.element, options, tables, **connection, limits);
    const auto part = rows.parts.find("summary");
    const model::query::ResultPtr table = !summary ? rows.main : part == rows.parts.end() ? nullptr : part->second;
    if (!table) {
        printProblems(rows.query, console);
        console.err(rows.failure.isEmpty() ? Cli::tr("tessera eval: The element has no rows to compute with.")
                                           : rows.failure);
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(summary ? 0 : row - 1);
    if (at >= table->rowCount()) {
        console.err(Cli::tr("tessera eval: There are %n row(s) only.", nullptr, static_cast<int>(table->rowCount())));
        return std::nullopt;
    }
    Evaluation result;
    result.sample = rows.sample;
    for (std::size_t i = 0; i < formulas.size(); ++i) {
        const model::query::ResultColumn *column = table->byId(formulas[i].id);
        const Value value = column ? column->data.at(at) : Value();
        if (i + 1 == formulas.size())
            result.value = value;
        else
            result.steps.push_back({model::toQString(formulas[i].formula), value});
    }
    return result;
}

int runInElement(const QString &formula, qint64 row, const QCommandLineParser &arguments, Console &console)
{
    int code = Done;
    const auto input = readQueryInput(arguments.value(u"file"_qs), arguments, console, code);
    if (!input)
        return code;
    const std::string text = model::toUtf8(formula);
    const model::Object *element = input->workbook().elements.find(input->element);
    // Names are bound where the formula will stand.
    const model::FormulaProbe probe = model::makeTableProbe(input->workbook(), *element, {{"formula", text}}, false);
    const model::NameIndex names(probe.workbook);
    const adapters::LocalTables tables(*input->store, input->settings, probe.workbook, input->options.now);
    model::query::WorkbookColumns columns(probe.workbook, names, &tables);
    const BoundFormula bound = model::formula::bindFormula(text, model::query::WorkbookScope(columns, probe.element));
    if (printProblems(bound, true, console))
        return Findings;
    const bool summary = bound.root->shape == Shape::Aggregate;
    std::vector<model::ProbeColumn> formulas;
    const auto add = [&](std::string written) {
        formulas.push_back({"formula " + std::to_string(formulas.size() + 1), std::move(written)});
    };
    if (arguments.isSet(u"steps"_qs)) {
        std::vector<BoundPtr> parts;
        collectParts(bound.root, parts);
        for (const BoundPtr &part : parts) {
            const bool fits = !summary || part->shape == Shape::Aggregate;
            if (fits && part != bound.root)
                add(model::toUtf8(partOf(formula, part->span)));
        }
    }
    add(text);
    const auto result = valuesIn(*input, formulas, summary, row, console);
    if (!result)
        return Findings;
    if (result->sample)
        console.err(Cli::tr("Some rows are made up: there is no data for a table. Name a folder with --data."));
    print(formula, *result, arguments, console);
    return Done;
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const QString formula = arguments.positionalArguments().constFirst();
    bool isNumber = true;
    const qint64 row = arguments.isSet(u"row"_qs) ? arguments.value(u"row"_qs).toLongLong(&isNumber) : 1;
    if (!isNumber || row < 1) {
        console.err(Cli::tr("tessera eval: --row takes a number from 1 on."));
        return Misuse;
    }
    if (arguments.isSet(u"file"_qs) != arguments.isSet(u"element"_qs)) {
        console.err(Cli::tr("tessera eval: --file and --element belong together."));
        return Misuse;
    }
    return arguments.isSet(u"file"_qs) ? runInElement(formula, row, arguments, console)
                                       : runAlone(formula, arguments, console);
}

} // namespace

Command evalCommand()
{
    Command command;
    command.name = u"eval"_qs;
    command.synopsis =
        u"FORMULA [--file FILE --element ID [--data DIR] [--control ID=VALUE]… [--row N]] [--steps] [--json]"_qs;
    command.summary = Cli::tr("Compute a formula, alone or on a row of an element.");
    command.text = Cli::tr(
        "With --file and --element names mean what they mean in that element, and its filters apply. An aggregate is "
        "computed over all its rows, anything else on one.");
    command.options = queryOptions();
    command.options << QCommandLineOption(u"file"_qs, Cli::tr("The workbook of the element."), u"FILE"_qs)
                    << QCommandLineOption(u"row"_qs, Cli::tr("The row, counted from 1; the first unless given."),
                                          u"N"_qs)
                    << QCommandLineOption(u"steps"_qs, Cli::tr("Print what each part of the formula comes to as well."))
                    << QCommandLineOption(u"json"_qs, Cli::tr("Print JSON."));
    command.minArguments = command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
