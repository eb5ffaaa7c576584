// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/action_values.h"

#include <algorithm>

#include <QCoreApplication>

#include "designer/paint/dynamic_text.h"
#include "model/base/text.h"
#include "model/formula/template_scanner.h"
#include "model/value/date_format.h"
#include "model/workbook/look/cell_format_look.h"
#include "model/workbook/look/value_text.h"

namespace tessera::designer {

using model::ActionCondition;
using model::Value;
using model::ValueSourceView;
using model::query::ControlValue;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::PreviewActions)
};

// One value as files write it, for comparing.
model::Json written(const std::optional<ControlValue> &value)
{
    if (!value || value->values.empty())
        return {};
    const Value &first = value->values.front();
    if (first.isNumber())
        return first.number();
    if (first.isLogical())
        return first.logical();
    return model::plainText(first);
}

ControlValue one(Value cell)
{
    ControlValue value;
    if (!cell.isNull())
        value.values.push_back(std::move(cell));
    return value;
}

ControlValue between(const Value &low, const Value &high)
{
    ControlValue value;
    if (!low.isNull())
        value.low = low;
    if (!high.isNull())
        value.high = high;
    return value;
}

} // namespace

ActionValues::ActionValues(const ActionPlace &place, PreviewStage &stage)
    : m_workbook(place.workbook)
    , m_host(place.host)
    , m_data(place.data)
    , m_selected(place.selected)
    , m_isForm(place.form != nullptr)
    , m_stage(stage)
{
}

FormValues *ActionValues::form() const
{
    return m_isForm ? m_stage.form(m_host.id()) : nullptr;
}

std::optional<Value> ActionValues::formula(const std::string &formula) const
{
    if (auto value = computeHere(m_workbook, m_host, formula, m_selected, m_data))
        return value;
    const auto answer = m_answers.find(withSelection(formula, m_host, m_selected));
    return answer == m_answers.end() ? std::nullopt : std::optional(answer->second);
}

void ActionValues::need(const std::string &formula, std::vector<std::string> &needs) const
{
    if (!formula.empty() && !this->formula(formula))
        needs.push_back(withSelection(formula, m_host, m_selected));
}

void ActionValues::need(const ValueSourceView &source, std::vector<std::string> &needs) const
{
    if (source.kind == ValueSourceView::Kind::Formula)
        need(source.formula, needs);
    if (source.kind == ValueSourceView::Kind::FormulaRange) {
        need(source.lowFormula, needs);
        need(source.highFormula, needs);
    }
}

std::vector<std::string> ActionValues::needsOf(const std::string &conditionPointer) const
{
    const ActionCondition condition = model::actionCondition(m_host, conditionPointer);
    std::vector<std::string> needs;
    if (condition.kind == ActionCondition::Kind::Formula)
        need(condition.formula, needs);
    for (const ValueSourceView *source : {&condition.value, &condition.low, &condition.high})
        need(*source, needs);
    return needs;
}

std::vector<std::string> ActionValues::needsOf(const QString &text) const
{
    std::vector<std::string> needs;
    const std::string bytes = model::toUtf8(text);
    for (const model::TemplatePart &part : model::scanTemplates(bytes)) {
        if (part.closed)
            need(std::string(part.formula.in(bytes)), needs);
    }
    return needs;
}

std::vector<std::string> ActionValues::needsOf(const model::EffectView &effect) const
{
    const model::EffectDetail detail = model::effectDetail(m_host, effect);
    std::vector<std::string> needs = needsOf(model::toQString(detail.url));
    need(detail.value, needs);
    for (const auto &[field, source] : detail.fields)
        need(source, needs);
    for (const model::EffectBranch &branch : effect.branches) {
        const auto more = needsOf(branch.conditionPointer);
        needs.insert(needs.end(), more.begin(), more.end());
    }
    return needs;
}

void ActionValues::learn(const std::vector<std::string> &formulas, const PreviewStage::Answers &answers)
{
    for (std::size_t i = 0; i < std::min(formulas.size(), answers.size()); ++i) {
        if (answers[i])
            m_answers.insert_or_assign(formulas[i], *answers[i]);
    }
}

std::optional<ControlValue> ActionValues::valueOf(const ValueSourceView &source) const
{
    switch (source.kind) {
    case ValueSourceView::Kind::Constant:
        return ControlValue{source.values, source.low, source.high};
    case ValueSourceView::Kind::Column:
        return one(m_selected.cell(source.columnId));
    case ValueSourceView::Kind::ColumnRange:
        return between(m_selected.cell(source.lowColumn), m_selected.cell(source.highColumn));
    case ValueSourceView::Kind::Control:
        return controlNow(m_workbook, source.control, m_data);
    case ValueSourceView::Kind::Formula:
        if (auto result = formula(source.formula))
            return one(std::move(*result));
        return {};
    case ValueSourceView::Kind::FormulaRange: {
        const auto low = source.lowFormula.empty() ? std::optional(Value()) : formula(source.lowFormula);
        const auto high = source.highFormula.empty() ? std::optional(Value()) : formula(source.highFormula);
        return low && high ? std::optional(between(*low, *high)) : std::nullopt;
    }
    case ValueSourceView::Kind::FormField:
        if (const FormValues *values = form())
            return one(values->fieldValue(source.fieldId));
        return {};
    case ValueSourceView::Kind::None:
    case ValueSourceView::Kind::Other:
        break;
    }
    return {};
}

bool ActionValues::columnHolds(const ActionCondition &condition) const
{
    model::CellFormatLook test;
    test.condition = condition.op;
    test.value = written(valueOf(condition.value));
    test.low = written(valueOf(condition.low));
    test.high = written(valueOf(condition.high));
    return model::holds(test, m_selected.cell(condition.columnId));
}

// A constant is compared with what was selected: one of the row's values has to be among those named.
bool ActionValues::constantHolds(const ActionCondition &condition) const
{
    const auto named = valueOf(condition.value);
    if (!named)
        return false;
    if (!m_selected.rows)
        return named->values.size() == 1 && named->values.front().isLogical() && named->values.front().logical();
    for (const auto &column : m_selected.rows->columns) {
        const Value cell = m_selected.cell(column.id);
        if (std::find(named->values.begin(), named->values.end(), cell) != named->values.end())
            return true;
    }
    return false;
}

std::optional<bool> ActionValues::holds(const std::string &pointer) const
{
    const ActionCondition condition = model::actionCondition(m_host, pointer);
    switch (condition.kind) {
    case ActionCondition::Kind::Always:
        return true;
    case ActionCondition::Kind::Column:
        return columnHolds(condition);
    case ActionCondition::Kind::Constant:
        return constantHolds(condition);
    case ActionCondition::Kind::Formula:
        if (const auto value = formula(condition.formula))
            return (value->isLogical() && value->logical()) ||
                   (value->isNumber() && value->number() != 0); // Null is not true
        m_stage.say(Texts::tr("Whether “%1” holds is worked out in Sigma.").arg(model::toQString(condition.formula)));
        return {};
    case ActionCondition::Kind::Other:
        break;
    }
    m_stage.say(Texts::tr("A condition of this kind is worked out in Sigma."));
    return {};
}

std::optional<QString> ActionValues::filled(const QString &text) const
{
    const std::string bytes = model::toUtf8(text);
    QString result;
    std::size_t done = 0;
    for (const model::TemplatePart &part : model::scanTemplates(bytes)) {
        if (!part.closed)
            break;
        const auto value = formula(std::string(part.formula.in(bytes)));
        if (!value)
            return {};
        model::ColumnLook look;
        look.format = std::string(part.format.in(bytes));
        result += model::toQString(bytes.substr(done, part.whole.offset - done));
        result += part.hasFormat ? model::ValueText(look)(*value) : model::toQString(model::plainText(*value));
        done = part.whole.end();
    }
    return result + model::toQString(bytes.substr(done));
}

} // namespace tessera::designer
