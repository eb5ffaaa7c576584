// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/control_look.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/workbook/look/column_look.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ControlLook)
};

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

QString textOf(const Json &value)
{
    return textMember(Json::object({{"v", value}}), "v");
}

QStringList textsOf(const Json &list)
{
    QStringList out;
    if (list.is_array()) {
        for (const Json &item : list)
            out << (item.is_array() ? textsOf(item).join(QStringLiteral(" › ")) : textOf(item));
    }
    return out;
}

void readOptions(const Json &body, ControlLook &look)
{
    const Json &source = child(body, "source");
    look.manual = stringMember(source, "kind") == "manual";
    const QStringList values = textsOf(child(source, "values"));
    const QStringList labels = textsOf(child(source, "labels"));
    for (int i = 0; i < values.size(); ++i)
        look.options << (i < labels.size() && !labels.at(i).isEmpty() ? labels.at(i) : values.at(i));
    QStringList chosen = textsOf(child(body, "values"));
    if (const Json &value = child(body, "value"); !value.is_null() && !value.is_object())
        chosen << textOf(value);
    for (const QString &value : std::as_const(chosen)) {
        const auto index = values.indexOf(value);
        look.selected << (index >= 0 ? look.options.at(index) : value);
    }
}

void readRange(const Json &body, ControlLook &look)
{
    const double low = numberOf(member(body, "low")).value_or(0);
    const double high = numberOf(member(body, "high")).value_or(100);
    look.low = QString::number(low);
    look.high = QString::number(high);
    const double extent = high > low ? high - low : 1;
    look.step = std::max(0.0, numberOf(member(body, "step")).value_or(0));
    const auto share = [&](std::optional<double> value, double otherwise) {
        return value ? std::clamp((*value - low) / extent, 0.0, 1.0) : otherwise;
    };
    if (look.type == "range-slider") {
        look.position = share(numberOf(member(body, "min")), 0);
        look.positionEnd = share(numberOf(member(body, "max")), 1);
        return;
    }
    look.position = share(numberOf(member(body, "value")), 0);
}

QString unitName(const std::string &unit, int count)
{
    const bool one = count == 1;
    const QString number = QString::number(count);
    if (unit == "year")
        return one ? Texts::tr("year") : Texts::tr("%1 years").arg(number);
    if (unit == "quarter")
        return one ? Texts::tr("quarter") : Texts::tr("%1 quarters").arg(number);
    if (unit == "month")
        return one ? Texts::tr("month") : Texts::tr("%1 months").arg(number);
    if (unit.starts_with("week"))
        return one ? Texts::tr("week") : Texts::tr("%1 weeks").arg(number);
    if (unit == "hour")
        return one ? Texts::tr("hour") : Texts::tr("%1 hours").arg(number);
    if (unit == "minute")
        return one ? Texts::tr("minute") : Texts::tr("%1 minutes").arg(number);
    return one ? Texts::tr("day") : Texts::tr("%1 days").arg(number);
}

QString dateText(const Json &value)
{
    if (!value.is_object())
        return textOf(value).left(10);
    const int count = intMember(value, "value");
    const QString span = unitName(stringMember(value, "unit"), count);
    return stringMember(value, "op") == "now-plus" ? Texts::tr("%1 from now").arg(span) : Texts::tr("%1 ago").arg(span);
}

QString rangeSentence(const Json &body)
{
    const std::string mode = stringMember(body, "mode");
    const std::string unit = stringMember(body, "unit");
    const int count = intMember(body, "value", 1);
    if (mode == "last")
        return Texts::tr("Last %1").arg(unitName(unit, count));
    if (mode == "next")
        return Texts::tr("Next %1").arg(unitName(unit, count));
    if (mode == "current")
        return Texts::tr("This %1").arg(unitName(unit, 1));
    if (mode == "on" || mode == "before" || mode == "after") {
        const QString date = dateText(child(body, "date"));
        return mode == "on"       ? date
               : mode == "before" ? Texts::tr("Before %1").arg(date)
                                  : Texts::tr("After %1").arg(date);
    }
    const QString from = dateText(child(body, "startDate"));
    const QString to = dateText(child(body, "endDate"));
    if (from.isEmpty() && to.isEmpty())
        return Texts::tr("All dates");
    return from.isEmpty() ? Texts::tr("Up to %1").arg(to)
           : to.isEmpty() ? Texts::tr("From %1").arg(from)
                          : from + u" – "_qs + to;
}

QString numberRange(const Json &body)
{
    const QString low = textMember(body, "low").isEmpty() ? textMember(body, "min") : textMember(body, "low");
    const QString high = textMember(body, "high").isEmpty() ? textMember(body, "max") : textMember(body, "high");
    return low + u'\n' + high;
}

QString topSentence(const Json &body)
{
    const std::string mode = stringMember(body, "mode");
    const bool percent = mode.ends_with("percentile");
    const QString amount = percent ? textMember(body, "percentile") + u'%' : textMember(body, "rowCount");
    return mode.starts_with("bottom") ? Texts::tr("Bottom %1").arg(amount) : Texts::tr("Top %1").arg(amount);
}

// The levels of a drill control, by the names their columns have in its source.
void readLevels(const Workbook &workbook, const Object &control, ControlLook &look)
{
    const auto source = controlValueSource(control);
    const Object *element = source ? workbook.elements.findById(source->source.workbookElement()) : nullptr;
    const auto drill = drillOf(control);
    for (const std::string &id : drill ? drill->categories : std::vector<std::string>()) {
        const auto column = element ? columnOf(*element, id) : std::nullopt;
        look.options << toQString(column ? columnName(*column) : id);
        look.categories.push_back(id);
        if (look.value == toQString(id))
            look.selected = {look.options.last()};
    }
}

} // namespace

ControlLook controlLookOf(const Workbook &workbook, const Object &control)
{
    const Object *object = &control;
    // A synced control looks like the one it repeats.
    if (stringMember(control.body(), "controlType") == "synced") {
        const std::string handle = stringMember(control.body(), "controlId");
        for (const Object &other : workbook.elements) {
            if (stringMember(other.body(), "controlId") == handle &&
                stringMember(other.body(), "controlType") != "synced")
                object = &other;
        }
    }
    const Json &body = object->body();
    ControlLook look;
    look.type = stringMember(body, "controlType");
    look.label = titleOf(*object).text;
    if (look.label.isEmpty())
        look.label = textMember(body, "controlId");
    readOptions(body, look);
    look.multiple = stringMember(body, "selectionMode") == "multiple";
    look.mode = textMember(body, "mode");
    look.exclude = look.mode == QStringLiteral("exclude");
    const Json *shows = member(body, "showOperators");
    look.showsMode =
        look.type == "number" || look.type == "date" || (shows && shows->is_boolean() && shows->get<bool>());
    look.value = textMember(body, "value");
    const Json &value = child(body, "value");
    look.on = value.is_boolean() && value.get<bool>();
    if (look.type == "slider" || look.type == "range-slider")
        readRange(body, look);
    else if (look.type == "date-range")
        look.value = rangeSentence(body);
    else if (look.type == "date")
        look.value = dateText(value);
    else if (look.type == "number-range")
        look.value = numberRange(body);
    else if (look.type == "top-n")
        look.value = topSentence(body);
    else if (look.type == "drill")
        readLevels(workbook, *object, look);
    return look;
}

} // namespace tessera::model
