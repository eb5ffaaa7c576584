// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/field_words.h"

#include <QCoreApplication>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/names/reference_candidates.h"

namespace tessera::designer {

using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Inspector)
};

QString insteadHelp(const model::PropertySpec &property)
{
    return property.instead.empty() ? QString() : u' ' + Texts::tr("Use %1.").arg(model::toQString(property.instead));
}

} // namespace

Badge badgeOf(const model::PropertySpec &property)
{
    using model::Certainty, model::CodeSupport, model::Kept;
    if (property.kept == Kept::Rejected)
        return {Texts::tr("rejected"), Texts::tr("Sigma rejects a workbook with this field.") + insteadHelp(property)};
    if (property.kept == Kept::Dropped)
        return {Texts::tr("dropped"), Texts::tr("Sigma accepts this field and forgets it.") + insteadHelp(property)};
    if (property.code == CodeSupport::No)
        return {Texts::tr("Sigma only"), Texts::tr("This can only be set in Sigma itself.")};
    if (property.code == CodeSupport::ReadOnly)
        return {Texts::tr("read only"), Texts::tr("Comes back from Sigma; it cannot be written.")};
    if (property.code == CodeSupport::Gated)
        return {Texts::tr("gated"), Texts::tr("Works only where the organisation has the feature.")};
    if (property.kept == Kept::Partly)
        return {Texts::tr("partly kept"), Texts::tr("Sigma does not keep this in every case.")};
    if (property.certainty == Certainty::Unverified)
        return {Texts::tr("unverified"), Texts::tr("Not confirmed by a live workbook: sources are few or disagree.")};
    if (property.certainty == Certainty::Unknown)
        return {Texts::tr("uncertain"), Texts::tr("Only the name of this field is known.")};
    return {};
}

QString scalarText(const Json &value)
{
    if (value.is_string())
        return model::toQString(model::stringOf(value));
    return value.is_null() ? QString() : model::toQString(model::writeJson(value));
}

QString enumLabel(const model::TypeSpec &type, const Json &value)
{
    const model::EnumValue *known = type.enumValue(value);
    return known && !known->label.isEmpty() ? known->label : scalarText(value);
}

QString valueSummary(const model::TypeSpec &type, const std::optional<Json> &value)
{
    if (!value)
        return Texts::tr("Not set");
    if (type.type == model::ValueType::List && value->is_array()) {
        const auto count = static_cast<int>(value->size());
        if (count == 0)
            return Texts::tr("Empty");
        return count == 1 ? Texts::tr("1 item") : Texts::tr("%1 items").arg(count);
    }
    if (value->is_object()) {
        // Two or three short values say more than a count.
        QStringList words;
        for (const model::PropertySpec &field : type.fields) {
            const Json *inner = model::member(*value, field.key);
            if (!inner || inner->is_structured() || inner->is_null() || field.editor == model::Editor::Fixed ||
                model::isIdField(field))
                continue;
            words << enumLabel(*field.type, *inner).simplified().left(32);
        }
        if (!words.isEmpty())
            return words.mid(0, 3).join(QStringLiteral(" · "));
        const auto count = static_cast<int>(value->size());
        return count == 0 ? Texts::tr("Empty") : Texts::tr("%1 set").arg(count);
    }
    return scalarText(*value);
}

void setRole(QWidget *widget, const QString &role)
{
    const QVariant before = widget->property("role");
    if (before.toString() == role)
        return;
    widget->setProperty("role", role);
    if (before.isValid()) { // a new widget is polished when it is first shown
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace tessera::designer
