// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/function_reference.h"

#include <algorithm>
#include <vector>

#include <QCoreApplication>

#include "model/base/text.h"

namespace tessera::model::formula {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::formula::FunctionReference)
};

QString wordOf(ValueType type)
{
    switch (type) {
    case ValueType::Text:
        return Texts::tr("text");
    case ValueType::Number:
        return Texts::tr("number");
    case ValueType::Logical:
        return Texts::tr("logical");
    case ValueType::Date:
        return Texts::tr("date");
    case ValueType::Variant:
        return Texts::tr("variant");
    case ValueType::Geography:
        return Texts::tr("geography");
    default:
        return Texts::tr("any type");
    }
}

QString groupIntroduction(const std::string &group)
{
    if (group == "Aggregate")
        return Texts::tr("Collapse rows to one value for each group; Null values do not count.");
    if (group == "Window")
        return Texts::tr("One result for each row, read from its neighbours. Order and partitions come from the "
                         "element's sort and groupings.");
    if (group == "Date")
        return Texts::tr("Dates are always moments; units such as \"month\" come first. Times are those of the "
                         "account's time zone.");
    if (group == "Lookup")
        return Texts::tr("Read another element by equal keys. Arguments after the first come in pairs: a local key, "
                         "then the key there.");
    if (group == "Passthrough")
        return Texts::tr("Call a function of the warehouse by its name. Only a live connection can compute them.");
    if (group == "Array")
        return Texts::tr("Arrays are variants; their places count from 0.");
    if (group == "Logical")
        return Texts::tr("Conditions are logical values; Null counts as not true.");
    if (group == "Type")
        return Texts::tr("There are no silent conversions: these functions make one type out of another, or Null.");
    return {};
}

QString signs(const std::string &text)
{
    return toQString(text).replace(u'|', QStringLiteral("\\|"));
}

void describeArguments(QString &out, const Function &function)
{
    if (function.parameters.empty())
        return;
    out += Texts::tr("| Argument | Type | Notes |") + QStringLiteral("\n|---|---|---|\n");
    const int first = static_cast<int>(function.parameters.size()) - function.repeat;
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const Parameter &parameter = function.parameters[i];
        QStringList notes;
        if (parameter.optional)
            notes << (parameter.defaultText.empty() ? Texts::tr("may be left out")
                                                    : Texts::tr("%1 when left out").arg(signs(parameter.defaultText)));
        if (function.repeat > 0 && static_cast<int>(i) >= first)
            notes << Texts::tr("may be repeated");
        if (!parameter.choices.empty()) {
            QStringList choices;
            for (const std::string &choice : parameter.choices)
                choices << u'"' + toQString(choice) + u'"';
            notes << choices.join(QStringLiteral(", "));
        }
        out += QStringLiteral("| %1 | %2 | %3 |\n")
                   .arg(signs(parameter.name), toQString(parameterTypes(parameter)), notes.join(QStringLiteral("; ")));
    }
    out += u'\n';
}

QString describe(const Function &function, const QString &heading)
{
    QString out = QStringLiteral("%1 %2\n\n`%3` → %4 · %5\n\n")
                      .arg(heading, toQString(function.name), toQString(function.signature()),
                           toQString(resultType(function)), toQString(kindWords(function)));
    out += toQString(function.doc) + QStringLiteral("\n\n");
    describeArguments(out, function);
    if (!function.example.empty()) {
        out += QStringLiteral("```\n") + toQString(function.example);
        if (!function.exampleResult.empty())
            out += QStringLiteral("   → ") + toQString(function.exampleResult);
        out += QStringLiteral("\n```\n\n");
    }
    if (!function.certain)
        out += Texts::tr("Some of this is not confirmed by Sigma's documentation: try it before you rely on it.") +
               QStringLiteral("\n\n");
    return out;
}

} // namespace

std::string parameterTypes(const Parameter &parameter)
{
    if (parameter.aggregate)
        return toUtf8(Texts::tr("aggregate"));
    if (parameter.types.empty())
        return toUtf8(Texts::tr("same type"));
    QStringList words;
    for (const ValueType type : parameter.types)
        words << wordOf(type);
    words.removeDuplicates();
    return toUtf8(words.join(Texts::tr(" or ")));
}

std::string resultType(const Function &function)
{
    if (function.result)
        return toUtf8(wordOf(*function.result));
    const bool same = !function.parameters.empty() && function.parameters.back().types.empty();
    return toUtf8(same ? Texts::tr("same type as its arguments") : Texts::tr("type of its first argument"));
}

std::string kindWords(const Function &function)
{
    switch (function.kind) {
    case FunctionKind::Scalar:
        return toUtf8(Texts::tr("one value for each row"));
    case FunctionKind::Aggregate:
        return toUtf8(Texts::tr("aggregate"));
    case FunctionKind::Window:
        return toUtf8(function.alsoAggregate ? Texts::tr("window function, or aggregate in a grouping")
                                             : Texts::tr("window function"));
    case FunctionKind::Total:
        return toUtf8(Texts::tr("aggregate at another level"));
    case FunctionKind::Lookup:
        return toUtf8(Texts::tr("reads another element"));
    case FunctionKind::Passthrough:
        return toUtf8(Texts::tr("function of the warehouse"));
    case FunctionKind::PassthroughAggregate:
        return toUtf8(Texts::tr("aggregate of the warehouse"));
    case FunctionKind::Display:
        return toUtf8(Texts::tr("changes what is shown only"));
    }
    Q_UNREACHABLE();
}

std::string functionMarkdown(const Function &function)
{
    return toUtf8(describe(function, QStringLiteral("##")));
}

std::vector<std::string> functionGroups(const FunctionCatalogue &catalogue)
{
    std::vector<std::string> groups;
    for (const Function &function : catalogue.all()) {
        if (std::find(groups.begin(), groups.end(), function.group) == groups.end())
            groups.push_back(function.group);
    }
    return groups;
}

std::string functionGroupMarkdown(const std::string &group, const FunctionCatalogue &catalogue)
{
    QString out = QStringLiteral("## %1\n\n").arg(toQString(group));
    if (const QString words = groupIntroduction(group); !words.isEmpty())
        out += words + QStringLiteral("\n\n");
    for (const Function &function : catalogue.all()) {
        if (function.group == group)
            out += describe(function, QStringLiteral("###"));
    }
    return toUtf8(out);
}

std::string functionReferenceMarkdown(const FunctionCatalogue &catalogue)
{
    QString out = Texts::tr("# Functions") + QStringLiteral("\n\n") +
                  Texts::tr("All %n functions of the formula language, by group. Names may be written in any case.",
                            nullptr, static_cast<int>(catalogue.all().size())) +
                  QStringLiteral("\n\n");
    const std::vector<std::string> groups = functionGroups(catalogue);
    for (const std::string &group : groups)
        out += QStringLiteral("- [%1](#%2)\n").arg(toQString(group), toQString(group).toLower());
    for (const std::string &group : groups)
        out += u'\n' + toQString(functionGroupMarkdown(group, catalogue));
    return toUtf8(out);
}

} // namespace tessera::model::formula
