// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/element_reference.h"

#include <map>

#include <QCoreApplication>

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/schema/catalogue_data.h"

namespace tessera::model {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ElementReference)
};

struct Chapter
{
    Family family;
    QString title;
};

std::vector<Chapter> chapters()
{
    return {{Family::Element, Tr::tr("Elements")},
            {Family::Control, Tr::tr("Control types")},
            {Family::Source, Tr::tr("Sources")},
            {Family::ColumnShape, Tr::tr("Columns of input tables")},
            {Family::Filter, Tr::tr("Element filters")},
            {Family::ConditionalFormat, Tr::tr("Conditional formats")},
            {Family::Format, Tr::tr("Formats")},
            {Family::ColumnSecurity, Tr::tr("Column security")},
            {Family::FormField, Tr::tr("Form fields")},
            {Family::Trigger, Tr::tr("Triggers")},
            {Family::Effect, Tr::tr("Effects")},
            {Family::ValueSource, Tr::tr("Value sources")},
            {Family::RowSelector, Tr::tr("Row selectors")},
            {Family::ActionCondition, Tr::tr("Conditions of actions")},
            {Family::ClearScope, Tr::tr("What a clear effect covers")},
            {Family::ExportChannel, Tr::tr("Export channels")},
            {Family::Page, Tr::tr("Pages")},
            {Family::Overlay, Tr::tr("Overlays")},
            {Family::Panel, Tr::tr("Panels")},
            {Family::Tool, Tr::tr("Tools of agents")},
            {Family::Document, Tr::tr("Workbook")}};
}

QString code(const QString &text)
{
    return QLatin1Char('`') + text + QLatin1Char('`');
}

QString cell(QString text)
{
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString referenceText(ReferenceTarget target)
{
    switch (target) {
    case ReferenceTarget::Element:
        return Tr::tr("id of an element");
    case ReferenceTarget::Column:
        return Tr::tr("id of a column of this element");
    case ReferenceTarget::SourceColumn:
    case ReferenceTarget::ColumnOf:
        return Tr::tr("id of a column of the other element");
    case ReferenceTarget::Grouping:
        return Tr::tr("id of a grouping");
    case ReferenceTarget::Page:
        return Tr::tr("id of a page");
    case ReferenceTarget::Overlay:
        return Tr::tr("id of an overlay");
    case ReferenceTarget::Block:
        return Tr::tr("id of a page or overlay");
    case ReferenceTarget::Control:
        return Tr::tr("handle of a control");
    case ReferenceTarget::Tab:
        return Tr::tr("number of a tab, from 0");
    case ReferenceTarget::Agent:
        return Tr::tr("id of an agent");
    case ReferenceTarget::Tool:
        return Tr::tr("id of a tool");
    case ReferenceTarget::FormField:
        return Tr::tr("id of a form field");
    case ReferenceTarget::ConfigKey:
        return Tr::tr("key of the configuration");
    default:
        return Tr::tr("id given by Sigma");
    }
}

QString enumText(const TypeSpec &type)
{
    QStringList values;
    for (const EnumValue &value : type.values) {
        if (value.instead.empty())
            values +=
                code(value.value.is_string() ? toQString(stringOf(value.value)) : toQString(writeJson(value.value)));
    }
    return values.join(QLatin1String(", ")) + (type.open ? Tr::tr(" or another") : QString());
}

QString typeText(const TypeSpec &type)
{
    if (!type.name.empty() && (type.type == ValueType::Object || type.type == ValueType::Union))
        return QLatin1Char('*') + toQString(type.name) + QLatin1Char('*');
    switch (type.type) {
    case ValueType::Text:
        return Tr::tr("text");
    case ValueType::Formula:
        return Tr::tr("formula");
    case ValueType::Template:
        return Tr::tr("text with {{formula}} parts");
    case ValueType::Number:
    case ValueType::Integer: {
        const QString range = type.minimum && type.maximum ? Tr::tr(" %1 to %2").arg(*type.minimum).arg(*type.maximum)
                              : type.minimum               ? Tr::tr(" from %1").arg(*type.minimum)
                                                           : QString();
        return (type.type == ValueType::Integer ? Tr::tr("whole number") : Tr::tr("number")) + range;
    }
    case ValueType::Logical:
        return code(QStringLiteral("true")) + QLatin1String(", ") + code(QStringLiteral("false"));
    case ValueType::Enum:
        return enumText(type);
    case ValueType::Color:
        return Tr::tr("hex color");
    case ValueType::Date:
        return Tr::tr("ISO date");
    case ValueType::Reference:
        return referenceText(type.reference.target);
    case ValueType::Object:
        return Tr::tr("object");
    case ValueType::List:
        return Tr::tr("list of: %1").arg(typeText(*type.item));
    case ValueType::Map:
        return Tr::tr("map to: %1").arg(typeText(*type.item));
    case ValueType::Union: {
        QStringList forms;
        for (const VariantSpec &form : type.variants) {
            if (!form.legacy)
                forms += form.byName ? code(toQString(form.name)) : typeText(*form.type);
        }
        return Tr::tr("one of: %1").arg(forms.join(QStringLiteral(" · ")));
    }
    case ValueType::Any:
        return Tr::tr("anything");
    }
    Q_UNREACHABLE();
}

// What a reader has to know beyond the help: certainty, and what Sigma does with it.
QString remarks(const PropertySpec &property)
{
    QStringList notes;
    if (property.kept == Kept::Dropped)
        notes += Tr::tr("Sigma forgets it");
    if (property.kept == Kept::Rejected)
        notes += Tr::tr("Sigma rejects it");
    if (property.kept == Kept::Partly)
        notes += Tr::tr("Sigma does not always keep it");
    if (property.code == CodeSupport::ReadOnly)
        notes += Tr::tr("read only");
    if (property.code == CodeSupport::Gated)
        notes += Tr::tr("needs a feature of the organisation");
    if (property.code == CodeSupport::No)
        notes += Tr::tr("only in Sigma itself");
    if (property.certainty != Certainty::Certain)
        notes += Tr::tr("not confirmed");
    return notes.isEmpty() ? QString() : QStringLiteral(" *(%1)*").arg(notes.join(QLatin1String("; ")));
}

QString fieldTable(const std::vector<PropertySpec> &fields)
{
    if (fields.empty())
        return {};
    QString out = QStringLiteral("| %1 | %2 | %3 | %4 |\n|---|---|---|---|\n")
                      .arg(Tr::tr("Key"), Tr::tr("Value"), Tr::tr("Default"), Tr::tr("Meaning"));
    for (const PropertySpec &property : fields) {
        const QString key = code(toQString(property.key)) + (property.required ? QStringLiteral(" **!**") : QString());
        const QString fallback = property.defaultValue ? code(toQString(writeJson(*property.defaultValue))) : QString();
        out += QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                   .arg(key, cell(typeText(*property.type)), cell(fallback),
                        cell(property.label + QStringLiteral(": ") + property.help + remarks(property)));
    }
    return out + QLatin1Char('\n');
}

QString kindFacts(const KindSpec &kind)
{
    QStringList facts;
    if (kind.family == Family::Element || kind.family == Family::Control)
        facts += Tr::tr("Dropped %1 columns wide and %2 rows high.").arg(kind.defaultSize.w).arg(kind.defaultSize.h);
    if (kind.canHaveActions() && kind.family != Family::Trigger) {
        QStringList triggers;
        for (const std::string &trigger : kind.triggers)
            triggers += code(toQString(trigger));
        facts += Tr::tr("Actions start on %1.").arg(triggers.join(QLatin1String(", ")));
    }
    if (!kind.gate.isEmpty())
        facts += Tr::tr("Where the organisation lacks the feature Sigma answers: %1")
                     .arg(code(QString(kind.gate).remove(QLatin1Char('`'))));
    if (kind.certainty != Certainty::Certain)
        facts += Tr::tr("Not all of this is confirmed.");
    return facts.isEmpty() ? QString() : facts.join(QLatin1Char(' ')) + QStringLiteral("\n\n");
}

// The key that tells the kinds of a family apart says what the heading says already.
std::vector<PropertySpec> ownFields(const KindSpec &kind)
{
    const std::string decider = familyInfos[familyIndex(kind.family)].discriminator;
    std::vector<PropertySpec> fields;
    for (const PropertySpec &property : kind.fields()) {
        if (property.key != decider && !(kind.family == Family::Control && property.key == "kind"))
            fields.push_back(property);
    }
    return fields;
}

QString kindText(const KindSpec &kind)
{
    return QStringLiteral("### %1 (%2)\n\n%3\n\n").arg(kind.label, code(toQString(kind.name)), kind.help) +
           kindFacts(kind) + fieldTable(ownFields(kind));
}

QString formField(const PropertySpec &property)
{
    return QStringLiteral("  - %1: %2. %3\n")
        .arg(code(toQString(property.key)), typeText(*property.type), property.help);
}

QString formText(const VariantSpec &form)
{
    QString out = QStringLiteral("- **%1**: %2").arg(form.label, form.help);
    if (form.type->type != ValueType::Object)
        out += QStringLiteral(" (%1)").arg(typeText(*form.type));
    out += QLatin1Char('\n');
    if (!form.byName || !form.type->label.isEmpty())
        return out; // a kind with a section of its own, or a shared type
    for (const PropertySpec &property : form.type->fields)
        out += formField(property);
    return out;
}

QString sharedTypeText(const TypeSpec &type)
{
    QString out = QStringLiteral("### %1\n\n").arg(toQString(type.name));
    if (type.type == ValueType::Object)
        return out + fieldTable(type.fields);
    for (const VariantSpec &form : type.variants)
        out += formText(form);
    return out + QLatin1Char('\n');
}

QString typeChapter(const Catalogue &catalogue)
{
    std::map<QString, const TypeSpec *> sorted;
    for (const std::string &name : catalogue.typeNames()) {
        if (const TypeSpec *type = catalogue.type(name); hasReferenceText(*type))
            sorted.emplace(toQString(name), type);
    }
    QString out = QStringLiteral("## %1\n\n").arg(Tr::tr("Shared types"));
    for (const auto &[name, type] : sorted)
        out += sharedTypeText(*type);
    return out;
}

// The page a type has in the reference, "" when it is described where it is used.
std::string pageOf(const Catalogue &catalogue, const TypeSpec &type)
{
    for (const Family family : allFamilies()) {
        for (const KindSpec &kind : catalogue.all(family)) {
            if (kind.type == &type)
                return std::string(familyName(family)) + '/' + kind.name;
        }
    }
    return hasReferenceText(type) ? "types/" + type.name : std::string();
}

const TypeSpec &formOf(const TypeSpec &type, const Json *value)
{
    const VariantSpec *form = type.type == ValueType::Union && value ? type.variantOf(*value) : nullptr;
    return form ? *form->type : type;
}

} // namespace

std::string kindReferenceMarkdown(const Catalogue &, const KindSpec &kind)
{
    return toUtf8(kindText(kind));
}

std::string typeReferenceMarkdown(const TypeSpec &type)
{
    return toUtf8(sharedTypeText(type));
}

bool hasReferenceText(const TypeSpec &type)
{
    return !type.name.empty() && (type.type == ValueType::Object || type.type == ValueType::Union);
}

QString familyTitle(Family family)
{
    for (const Chapter &chapter : chapters()) {
        if (chapter.family == family)
            return chapter.title;
    }
    return {};
}

HelpPlace helpPlaceOf(const Catalogue &catalogue, Scope scope, const Json &body, std::string_view pointer)
{
    const KindSpec *kind = catalogue.kindOf(scope, body);
    if (!kind)
        return {};
    HelpPlace place{pageOf(catalogue, *kind->type), {}};
    std::string walked;
    for (const std::string &token : splitPointer(pointer)) {
        if (place.field.empty()) // what a page describes stands in it by its first name
            place.field = token;
        walked = joinPointer(walked, token);
        const Catalogue::Place next = catalogue.locate(scope, body, walked);
        if (!next.known || !next.type || walked.size() >= pointer.size())
            break;
        const TypeSpec &form = formOf(*next.type, at(body, walked));
        const std::string own = pageOf(catalogue, form);
        const std::string page = own.empty() ? pageOf(catalogue, *next.type) : own;
        if (!page.empty())
            place = {page, {}};
    }
    return place;
}

std::string elementReferenceMarkdown(const Catalogue &catalogue)
{
    QString out =
        QStringLiteral("# %1\n\n%2\n\n")
            .arg(Tr::tr("Element reference"),
                 Tr::tr("Everything a workbook can hold, made from the schema catalogue of this program. "
                        "**!** marks what must be there; names in *italics* are shared types, described at the "
                        "end. “Not confirmed” means that no workbook read back from Sigma has proved it yet."));
    for (const Chapter &chapter : chapters()) {
        out += QStringLiteral("## %1\n\n").arg(chapter.title);
        for (const KindSpec &kind : catalogue.all(chapter.family))
            out += kindText(kind);
    }
    out += QStringLiteral("## %1\n\n").arg(Tr::tr("Names that are not kinds"));
    for (const RejectedKind &kind : catalogue.rejectedKinds())
        out += QStringLiteral("- %1: %2\n").arg(code(toQString(kind.name)), kind.help);
    return toUtf8(out + QLatin1Char('\n') + typeChapter(catalogue));
}

} // namespace tessera::model
