// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/cell_format_look.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/workbook/look/column_look.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

void readDomain(const Json &domain, CellFormatLook &look)
{
    if (domain.is_array() && !domain.empty()) { // of old specs
        look.from = numberOf(&domain.front());
        look.to = numberOf(&domain.back());
        if (domain.size() > 2)
            look.middle = numberOf(&domain[1]);
        return;
    }
    look.from = numberOf(member(domain, "min"));
    look.middle = numberOf(member(domain, "mid"));
    look.to = numberOf(member(domain, "max"));
}

CellFormatLook formatFrom(const Json &item)
{
    CellFormatLook look;
    const std::string type = stringMember(item, "type");
    look.type = type == "backgroundScale" ? CellFormatLook::Type::BackgroundScale
                : type == "fontScale"     ? CellFormatLook::Type::FontScale
                : type == "dataBars"      ? CellFormatLook::Type::DataBars
                                          : CellFormatLook::Type::Single;
    look.columns = columnIdsIn(&child(item, "columnIds"));
    look.condition = stringMember(item, "condition");
    look.value = child(item, "value");
    look.low = child(item, "low");
    look.high = child(item, "high");
    const Json &style = child(item, "style");
    look.background = colorText(member(style, "backgroundColor"));
    look.color = colorText(member(style, "color"));
    look.bold = isTrue(style, "bold");
    look.italic = isTrue(style, "italic");
    look.underline = isTrue(style, "underline");
    look.format = stringMember(child(style, "format"), "formatString");
    forEachItem(item, "scheme", [&](const Json &color, int) { look.scheme.push_back(colorText(&color)); });
    if (const ColorText single = colorText(member(item, "color")); look.scheme.empty() && !single.empty())
        look.scheme = {single};
    readDomain(child(item, "domain"), look);
    const Json *values = member(item, "includeValues");
    look.showsValues = !values || !values->is_boolean() || values->get<bool>();
    return look;
}

// The literal in the type of what it is compared with.
Value literalFor(const Json &json, const Value &other)
{
    if (other.isNumber()) {
        const auto number = numberOf(&json);
        return number ? Value(*number) : Value();
    }
    if (json.is_boolean() && other.isLogical())
        return Value(json.get<bool>());
    const std::string text = json.is_string() ? stringOf(json) : toUtf8(textMember(Json::object({{"v", json}}), "v"));
    if (other.isMoment()) {
        const auto moment = momentFromIso(text);
        return moment ? Value(*moment) : Value();
    }
    if (other.isLogical())
        return Value(text == "true" || text == "True");
    return Value(text);
}

// Three-way, numbers of both kinds alike; none where nothing can be said.
std::optional<int> order(const Value &value, const Json &json)
{
    const Value other = literalFor(json, value);
    if (value.isNumber() && other.isNumber())
        return value.number() < other.number() ? -1 : value.number() > other.number() ? 1 : 0;
    return compare(value, other);
}

bool matchesText(const CellFormatLook &format, const Value &value)
{
    const QString text = toQString(plainText(value));
    const QString part = textMember(Json::object({{"v", format.value}}), "v");
    if (format.condition == "Contains")
        return text.contains(part, Qt::CaseInsensitive);
    if (format.condition == "NotContains")
        return !text.contains(part, Qt::CaseInsensitive);
    if (format.condition == "StartsWith")
        return text.startsWith(part, Qt::CaseInsensitive);
    return format.condition == "EndsWith" && text.endsWith(part, Qt::CaseInsensitive);
}

} // namespace

bool CellFormatLook::concerns(const std::string &column) const
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::vector<CellFormatLook> cellFormatsOf(const Object &element)
{
    std::vector<CellFormatLook> looks;
    forEachItem(element.body(), "conditionalFormats", [&](const Json &item, int index) {
        looks.push_back(formatFrom(item));
        looks.back().pointer = "/conditionalFormats/" + std::to_string(index);
    });
    return looks;
}

bool holds(const CellFormatLook &format, const Value &value)
{
    const std::string &condition = format.condition;
    if (condition == "IsNull" || condition == "IsNotNull")
        return value.isNull() == (condition == "IsNull");
    if (value.isNull())
        return false;
    if (condition == "Between" || condition == "NotBetween") {
        const auto low = order(value, format.low), high = order(value, format.high);
        return low && high && (*low >= 0 && *high <= 0) == (condition == "Between");
    }
    const auto result = order(value, format.value);
    if (condition == "=")
        return result && *result == 0;
    if (condition == "!=")
        return result && *result != 0;
    if (condition == ">")
        return result && *result > 0;
    if (condition == ">=")
        return result && *result >= 0;
    if (condition == "<")
        return result && *result < 0;
    if (condition == "<=")
        return result && *result <= 0;
    return matchesText(format, value);
}

} // namespace tessera::model
