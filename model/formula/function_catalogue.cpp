// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/function_catalogue.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <QCoreApplication>
#include <QFile>

#include "model/base/json_text.h"

static void initFunctionResource()
{
    Q_INIT_RESOURCE(functions);
}

namespace tessera::model::formula {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::formula::FunctionCatalogue)
};

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

const std::map<std::string, ValueType, std::less<>> typeNames = {
    {"text", ValueType::Text}, {"number", ValueType::Number},   {"logical", ValueType::Logical},
    {"date", ValueType::Date}, {"variant", ValueType::Variant}, {"geography", ValueType::Geography},
    {"any", ValueType::Any}};

const std::map<std::string, FunctionKind, std::less<>> kindNames = {
    {"scalar", FunctionKind::Scalar},    {"agg", FunctionKind::Aggregate},
    {"window", FunctionKind::Window},    {"window / agg", FunctionKind::Window},
    {"total", FunctionKind::Total},      {"lookup", FunctionKind::Lookup},
    {"pass", FunctionKind::Passthrough}, {"pass-agg", FunctionKind::PassthroughAggregate},
    {"display", FunctionKind::Display}};

std::vector<ValueType> typesFrom(const std::string &text)
{
    if (text == "ordered")
        return {ValueType::Number, ValueType::Date, ValueType::Text};
    if (text == "same")
        return {};
    if (text == "aggregate" || text == "function")
        return {ValueType::Any};
    std::vector<ValueType> types;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t bar = std::min(text.find('|', from), text.size());
        const auto found = typeNames.find(text.substr(from, bar - from));
        types.push_back(found == typeNames.end() ? ValueType::Any : found->second);
        from = bar + 1;
    }
    return types;
}

Function functionFrom(const Json &row)
{
    Function function;
    function.name = stringMember(row, "name");
    function.group = stringMember(row, "group");
    function.doc = stringMember(row, "doc");
    function.certain = stringMember(row, "certainty").empty();
    const std::string kind = stringMember(row, "kind");
    function.kind = kindNames.at(kind);
    function.alsoAggregate = kind == "window / agg";
    function.minArguments = row.at("min").get<int>();
    function.repeat = row.value("repeat", 0);
    if (const auto result = typeNames.find(stringMember(row, "result")); result != typeNames.end())
        function.result = result->second;
    for (const Json &entry : row.at("params")) {
        const std::string type = stringMember(entry, "type");
        Parameter parameter{stringMember(entry, "name"),
                            typesFrom(type),
                            type == "aggregate",
                            entry.value("optional", false),
                            stringMember(entry, "default"),
                            {}};
        if (const Json *choices = member(entry, "choices"))
            parameter.choices = choices->get<std::vector<std::string>>();
        function.parameters.push_back(std::move(parameter));
    }
    return function;
}

int distance(const std::string &a, const std::string &b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

} // namespace

const Parameter *Function::parameterAt(int index) const
{
    const int count = static_cast<int>(parameters.size());
    if (index < count)
        return &parameters[static_cast<std::size_t>(index)];
    if (repeat == 0 || count == 0)
        return nullptr;
    const int first = std::max(0, count - repeat);
    return &parameters[static_cast<std::size_t>(first + (index - first) % repeat)];
}

std::string Function::signature() const
{
    std::string text = name + '(';
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Parameter &parameter = parameters[i];
        if (i > 0)
            text += ", ";
        const std::string shown =
            parameter.defaultText.empty() ? parameter.name : parameter.name + " = " + parameter.defaultText;
        text += parameter.optional ? '[' + shown + ']' : shown;
    }
    return text + (repeat > 0 ? ", …)" : ")");
}

Result<FunctionCatalogue> FunctionCatalogue::fromJson(std::string_view text)
{
    const auto json = readJson(text);
    if (!json)
        return fail(json.error());
    FunctionCatalogue catalogue;
    try {
        for (const Json &row : json->at("functions")) {
            catalogue.m_byName.insert(lower(stringMember(row, "name")), static_cast<int>(catalogue.m_functions.size()));
            catalogue.m_functions.push_back(functionFrom(row));
        }
    } catch (const std::exception &error) {
        Error damaged{ErrorCode::Invalid, Texts::tr("The list of functions cannot be read.")};
        damaged.detail = QString::fromUtf8(error.what());
        return fail(std::move(damaged));
    }
    return catalogue;
}

Result<void> FunctionCatalogue::addExamples(std::string_view text)
{
    const auto json = readJson(text);
    const Json *list = json ? member(*json, "examples") : nullptr;
    if (!list || !list->is_array())
        return fail(ErrorCode::Invalid, Texts::tr("The list of examples cannot be read."));
    for (const Json &row : *list) {
        const auto it = m_byName.constFind(lower(stringMember(row, "name")));
        if (it == m_byName.cend())
            return fail(ErrorCode::Invalid, Texts::tr("The list of examples cannot be read."));
        Function &function = m_functions[static_cast<std::size_t>(*it)];
        function.example = stringMember(row, "formula");
        function.exampleResult = stringMember(row, "result");
    }
    return {};
}

const FunctionCatalogue &FunctionCatalogue::shipped()
{
    static const FunctionCatalogue catalogue = [] {
        initFunctionResource();
        const auto textOf = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
        };
        auto read = fromJson(textOf(QStringLiteral(":/functions/functions.json")));
        Q_ASSERT(read);
        [[maybe_unused]] const bool examples =
            read && read->addExamples(textOf(QStringLiteral(":/functions/examples.json")));
        Q_ASSERT(examples);
        return read ? std::move(*read) : FunctionCatalogue();
    }();
    return catalogue;
}

const Function *FunctionCatalogue::find(std::string_view name) const
{
    const auto it = m_byName.constFind(lower(name));
    return it == m_byName.cend() ? nullptr : &m_functions[static_cast<std::size_t>(*it)];
}

std::vector<std::string> FunctionCatalogue::nearest(std::string_view name, int most) const
{
    std::vector<std::string> names;
    names.reserve(m_functions.size());
    for (const Function &function : m_functions)
        names.push_back(function.name);
    return nearestNames(name, names, most);
}

std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string> &candidates, int most)
{
    const std::string wanted = lower(name);
    const int limit = std::max(1, static_cast<int>(wanted.size() + 1) / 3);
    std::vector<std::pair<int, std::string>> scored;
    for (const std::string &candidate : candidates) {
        const std::string other = lower(candidate);
        const bool prefix = !wanted.empty() && other.starts_with(wanted);
        const int score = prefix ? 1 : distance(wanted, other);
        if (score <= limit)
            scored.emplace_back(score, candidate);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (const auto &[score, candidate] : scored) {
        if (static_cast<int>(names.size()) < most)
            names.push_back(candidate);
    }
    return names;
}

} // namespace tessera::model::formula
