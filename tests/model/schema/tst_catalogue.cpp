// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>
#include <functional>
#include <set>

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/schema/catalogue.h"
#include "model/schema/catalogue_data.h"

using namespace tessera::model;

namespace {

// Visits every field of every type that can be reached from a kind, once each.
class Walker
{
public:
    using Visit = std::function<void(const PropertySpec &, const TypeSpec &owner, const QString &where)>;
    using VisitType = std::function<void(const TypeSpec &, const QString &where)>;

    void walk(const TypeSpec &type, const QString &where)
    {
        if (!m_seen.insert(&type).second)
            return;
        if (onType)
            onType(type, where);
        for (const PropertySpec &property : type.fields) {
            const QString place = where + QLatin1Char('/') + toQString(property.key);
            if (onField)
                onField(property, type, place);
            walk(*property.type, place);
        }
        for (const VariantSpec &form : type.variants)
            walk(*form.type, where + QLatin1Char('<') + toQString(form.name) + QLatin1Char('>'));
        if (type.item)
            walk(*type.item, where + QStringLiteral("[]"));
        if (type.mapKey)
            walk(*type.mapKey, where + QStringLiteral("{}"));
    }

    void walkAll(const Catalogue &catalogue)
    {
        for (const FamilyInfo &info : familyInfos) {
            for (const KindSpec &kind : catalogue.all(info.family))
                walk(*kind.type, QString::fromLatin1(info.section) + QLatin1Char(':') + toQString(kind.name));
        }
    }

    Visit onField;
    VisitType onType;

private:
    std::set<const TypeSpec *> m_seen;
};

bool contains(const std::vector<std::string> &list, const std::string &item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

Json parsed(const char *text)
{
    return readJson(text).value();
}

} // namespace

// The catalogue held against itself, and how it is asked.
class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextCanBeTranslated();
    void everyFieldIsDescribed();
    void everyTypeIsComplete();
    void everyKindIsComplete();
    void conditionsAndReplacementsNameSiblings();
    void everyReferencedKindExists();
    void everyIconIsDrawn();
    void namesThePlaceOfAPointer_data();
    void namesThePlaceOfAPointer();
    void showsFieldsThatApply();
    void tellsFormsApart_data();
    void tellsFormsApart();
    void resolvesPaths();
    void laterRowsExtendEarlierOnes();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void loadsQuickly();

private:
    const Catalogue &catalogue() const { return *m_catalogue; }
    std::optional<Catalogue> m_catalogue;
};

// Labels, help and choices are in the template that translators start from ("update_translations" makes it).
void TestCatalogue::everyTextCanBeTranslated()
{
    QFile file(QStringLiteral(TESSERA_SOURCE_DIR "/translations/catalogue.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QString> known = {QString()};
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"source")
            known.insert(reader.readElementText());
    }
    QStringList missing;
    const auto expect = [&](const QString &text, const QString &where) {
        if (!known.contains(text))
            missing << where + QStringLiteral(": ") + text;
    };
    Walker walker;
    walker.onField = [&](const PropertySpec &field, const TypeSpec &, const QString &where) {
        expect(field.label, where);
        expect(field.help, where);
    };
    walker.onType = [&](const TypeSpec &type, const QString &where) {
        for (const EnumValue &value : type.values)
            expect(value.label, where);
        for (const VariantSpec &form : type.variants)
            expect(form.label, where);
    };
    walker.walkAll(*m_catalogue);
    for (const FamilyInfo &info : familyInfos) {
        for (const KindSpec &kind : m_catalogue->all(info.family)) {
            expect(kind.label, toQString(kind.name));
            expect(kind.help, toQString(kind.name));
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestCatalogue::initTestCase()
{
    Result<Catalogue> loaded = loadCatalogue();
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message + QLatin1Char('\n') + loaded.error().detail));
    m_catalogue = *loaded;
}

void TestCatalogue::everyFieldIsDescribed()
{
    QStringList bad;
    Walker walker;
    walker.onField = [&](const PropertySpec &property, const TypeSpec &, const QString &where) {
        if (property.key.empty() || property.label.isEmpty() || property.help.isEmpty())
            bad += where + QStringLiteral(": no label or help");
        if (!property.help.isEmpty() && !property.help.endsWith(QLatin1Char('.')))
            bad += where + QStringLiteral(": help is no sentence");
        if (property.defaultValue && !property.type->accepts(*property.defaultValue) &&
            !(property.nullable && property.defaultValue->is_null()))
            bad += where + QStringLiteral(": the default does not fit the type");
        if (property.required && property.isLegacy())
            bad += where + QStringLiteral(": required, but rejected");
    };
    walker.walkAll(catalogue());
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}

void TestCatalogue::everyTypeIsComplete()
{
    QStringList bad;
    Walker walker;
    walker.onType = [&](const TypeSpec &type, const QString &where) {
        if (type.type == ValueType::Enum && type.values.empty())
            bad += where + QStringLiteral(": no values");
        for (const EnumValue &value : type.values) {
            if (value.label.isEmpty())
                bad += where + QStringLiteral(": a value without a label");
            if (!value.instead.empty() && value.instead != "-" && !type.enumValue(Json(value.instead)))
                bad += where + QStringLiteral(": replaced by an unknown value");
        }
        for (const VariantSpec &form : type.variants) {
            if (form.name.empty() || form.label.isEmpty() || form.help.isEmpty())
                bad += where + QStringLiteral(": a form without name, label or help");
        }
        if (type.type == ValueType::Union && type.variants.empty())
            bad += where + QStringLiteral(": no forms");
        if ((type.type == ValueType::List || type.type == ValueType::Map) && !type.item)
            bad += where + QStringLiteral(": no item type");
        if (type.minimum && type.maximum && *type.minimum > *type.maximum)
            bad += where + QStringLiteral(": empty range");
        if (type.newItem && !type.item->accepts(*type.newItem) && *type.newItem != Json(""))
            bad += where + QStringLiteral(": a new item that is not one");
    };
    walker.walkAll(catalogue());
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}

void TestCatalogue::everyKindIsComplete()
{
    QStringList bad;
    for (const FamilyInfo &info : familyInfos) {
        for (const KindSpec &kind : catalogue().all(info.family)) {
            const QString where = QString::fromLatin1(info.section) + QLatin1Char(':') + toQString(kind.name);
            if (kind.label.isEmpty() || kind.help.isEmpty() || kind.icon.isEmpty())
                bad += where + QStringLiteral(": no label, help or icon");
            const bool shown = info.family == Family::Element || info.family == Family::Control;
            if (shown || info.family == Family::Effect) {
                const GroupSpec *group = catalogue().group(kind.group);
                if (!group || !group->palette)
                    bad += where + QStringLiteral(": not in a group of the palette");
            }
            if (kind.minimumSize.w > kind.defaultSize.w || kind.minimumSize.h > kind.defaultSize.h)
                bad += where + QStringLiteral(": smaller than its least size");
            if (kind.isContainer() != (kind.innerColumns > 0) && shown)
                bad += where + QStringLiteral(": containers have inner columns, others have none");
            for (const std::string &trigger : kind.triggers) {
                const KindSpec *known = catalogue().trigger(trigger);
                if (!known)
                    bad += where + QStringLiteral(": unknown trigger");
                else if (!contains(known->hosts, info.family == Family::Control ? "control" : kind.name))
                    bad += where + QStringLiteral(": not among the hosts of its trigger");
            }
            for (const ChannelFill &fill : kind.fills) {
                if (!fill.path.empty() && !catalogue().locate(*kind.type, kind.minimal, fill.path).known)
                    bad += where + QStringLiteral(": fills an unknown channel");
            }
            for (const auto &[key, value] : kind.minimal.items()) {
                const PropertySpec *property = kind.field(key);
                if (!property || property->isLegacy())
                    bad += where + QStringLiteral(": the smallest body has an unknown key ") + toQString(key);
                else if (!property->type->accepts(value) && !(property->nullable && value.is_null()))
                    bad += where + QStringLiteral(": the smallest body has a wrong ") + toQString(key);
            }
            const bool grouped = shown || info.family == Family::Page || info.family == Family::Overlay ||
                                 info.family == Family::Panel || info.family == Family::Document;
            for (const PropertySpec &property : kind.fields()) {
                const GroupSpec *group = catalogue().group(property.group);
                if (grouped && (!group || group->palette))
                    bad += where + QLatin1Char('/') + toQString(property.key) + QStringLiteral(": no group");
            }
        }
    }
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}

void TestCatalogue::conditionsAndReplacementsNameSiblings()
{
    QStringList bad;
    Walker walker;
    walker.onField = [&](const PropertySpec &property, const TypeSpec &owner, const QString &where) {
        for (const Condition::Clause &clause : property.visibleWhen.clauses) {
            const PropertySpec *sibling = owner.field(clause.path);
            if (!sibling)
                bad += where + QStringLiteral(": depends on unknown ") + toQString(clause.path);
            for (const Json &value : clause.values) {
                if (sibling && !sibling->type->accepts(value))
                    bad += where + QStringLiteral(": waits for a value that cannot be");
            }
        }
        if (!property.instead.empty() && !owner.field(property.instead))
            bad += where + QStringLiteral(": replaced by unknown ") + toQString(property.instead);
        if (!property.instead.empty() && !property.isLegacy())
            bad += where + QStringLiteral(": has a replacement but is fine");
    };
    walker.walkAll(catalogue());
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}

void TestCatalogue::everyReferencedKindExists()
{
    QStringList bad;
    Walker walker;
    walker.onType = [&](const TypeSpec &type, const QString &where) {
        for (const std::string &kind : type.reference.kinds) {
            if (!catalogue().element(kind))
                bad += where + QStringLiteral(": unknown kind ") + toQString(kind);
        }
        const bool elsewhere = type.reference.target == ReferenceTarget::ColumnOf ||
                               type.reference.target == ReferenceTarget::Grouping ||
                               type.reference.target == ReferenceTarget::Tab;
        if (type.type == ValueType::Reference && elsewhere && type.reference.of.empty())
            bad += where + QStringLiteral(": column of what?");
    };
    walker.walkAll(catalogue());
    for (const RejectedKind &kind : catalogue().rejectedKinds()) {
        if (!kind.instead.empty() && !catalogue().element(kind.instead))
            bad += toQString(kind.name) + QStringLiteral(": replaced by an unknown kind");
        if (kind.help.isEmpty() || catalogue().element(kind.name))
            bad += toQString(kind.name) + QStringLiteral(": no help, or accepted as well");
    }
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}

void TestCatalogue::everyIconIsDrawn()
{
    QStringList missing;
    for (const FamilyInfo &info : familyInfos) {
        for (const KindSpec &kind : catalogue().all(info.family)) {
            const QString file = QStringLiteral(TESSERA_SOURCE_DIR "/resources/icons/%1.svg").arg(kind.icon);
            if (!QFile::exists(file))
                missing += kind.icon;
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

void TestCatalogue::namesThePlaceOfAPointer_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("key"); // "": unknown
    QTest::addColumn<int>("type");
    const auto row = [](const char *name, const char *body, const char *pointer, const char *key, ValueType type) {
        QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(pointer) << QString::fromUtf8(key)
                            << static_cast<int>(type);
    };
    row("plain field", R"({"kind": "text", "body": "x"})", "/body", "body", ValueType::Template);
    row("name as text", R"({"kind": "table", "name": "A"})", "/name", "name", ValueType::Union);
    row("name as object", R"({"kind": "table", "name": {"text": "A"}})", "/name/text", "text", ValueType::Template);
    row("hidden name", R"({"kind": "table", "name": {"visibility": "hidden"}})", "/name/visibility", "visibility",
        ValueType::Enum);
    row("list item", R"({"kind": "table", "columns": [{"id": "a"}]})", "/columns/0", "columns", ValueType::Object);
    row("field of a list item", R"({"kind": "table", "columns": [{"id": "a"}]})", "/columns/0/formula", "formula",
        ValueType::Formula);
    row("family by discriminator", R"({"kind": "table", "source": {"kind": "sql"}})", "/source/statement", "statement",
        ValueType::Text);
    row("wrong form", R"({"kind": "table", "source": {"kind": "sql"}})", "/source/elementId", "", ValueType::Any);
    row("not yet there", R"({"kind": "kpi-chart"})", "/value/columnId", "columnId", ValueType::Reference);
    row("control by type", R"({"kind": "control", "controlType": "slider"})", "/low", "low", ValueType::Number);
    row("unknown control type", R"({"kind": "control", "controlType": "knob"})", "/controlId", "controlId",
        ValueType::Text);
    row("effects within branches",
        R"({"kind": "button", "actions": [{"effects": [{"effect": "if-else", "if": {"effects": [{"effect": "open-url"}]}}]}]})",
        "/actions/0/effects/0/if/effects/0/url", "url", ValueType::Template);
    row("map of values",
        R"({"kind": "button", "actions": [{"effects": [{"effect": "insert-rows", "values": {"c": {"type": "control"}}}]}]})",
        "/actions/0/effects/0/values/c/control", "control", ValueType::Reference);
    row("below anything", R"({"kind": "gauge-chart", "needle": {"a": 1}})", "/needle/a", "", ValueType::Any);
    row("series with a mark", R"({"kind": "combo-chart", "yAxis": {"columnIds": [{"columnId": "a"}]}})",
        "/yAxis/columnIds/0/type", "type", ValueType::Enum);
    row("unknown key", R"({"kind": "text", "colour": 1})", "/colour", "", ValueType::Any);
    row("unknown kind", R"({"kind": "hologram"})", "/x", "", ValueType::Any);
}

void TestCatalogue::namesThePlaceOfAPointer()
{
    QFETCH(QString, body);
    QFETCH(QString, pointer);
    QFETCH(QString, key);
    QFETCH(int, type);
    const Json json = parsed(body.toUtf8().constData());
    const Catalogue::Place place = catalogue().locate(Scope::Element, json, toUtf8(pointer));
    const bool open = pointer == QLatin1String("/needle/a");
    QCOMPARE(place.known, !key.isEmpty() || open);
    if (place.known && !open) {
        QCOMPARE(toQString(place.property->key), key);
        QCOMPARE(static_cast<int>(place.type->type), type);
    }
}

void TestCatalogue::showsFieldsThatApply()
{
    const KindSpec *range = catalogue().control("date-range");
    QVERIFY(range);
    const auto visible = [&](const char *key, const char *body) {
        return catalogue().isVisible(*range->field(key), parsed(body), {});
    };
    QVERIFY(visible("value", R"({"mode": "last"})"));
    QVERIFY(visible("value", R"({})")); // "last" is assumed
    QVERIFY(!visible("value", R"({"mode": "on"})"));
    QVERIFY(visible("date", R"({"mode": "on"})"));
    QVERIFY(visible("date", R"({"mode": "last", "date": "2026-01-01"})")); // never hide what a file says
    const PropertySpec *wrong = catalogue().control("slider")->field("min");
    QVERIFY(!catalogue().isVisible(*wrong, Json::object(), {}));
    QVERIFY(catalogue().isVisible(*wrong, parsed(R"({"min": 1})"), {}));
}

void TestCatalogue::tellsFormsApart_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("form"); // "": none
    const auto row = [](const char *type, const char *value, const char *form) {
        QTest::addRow("%s %s", type, value)
            << QString::fromLatin1(type) << QString::fromUtf8(value) << QString::fromLatin1(form);
    };
    row("titleText", R"("A")", "plain");
    row("titleText", R"({"text": "A"})", "styled");
    row("titleText", R"({"visibility": "hidden"})", "hidden");
    row("titleText", "3", "");
    row("backgroundColor", R"("auto")", "word");
    row("backgroundColor", R"("#fff")", "hex");
    row("backgroundColor", R"({"kind": "theme", "ref": "x"})", "theme");
    row("source", R"({"kind": "join"})", "join");
    row("source", R"({"kind": "empty"})", "");
    row("inputSource", R"({"kind": "empty"})", "empty");
    row("chartColor", R"({"by": "scale"})", "scale");
    row("chartColor", R"({"by": "value"})", "");
    row("pageVisibility", R"("hidden")", "word");
    row("pageVisibility", R"({"kind": "specific-users-and-teams"})", "specific-users-and-teams");
    row("imageSource", R"({"kind": "url"})", "url");
    row("imageSource", R"({"kind": "upload"})", "upload");
    row("step", R"({"kind": "effect", "effect": "close-overlay"})", "effect");
    row("step", R"({"kind": "sequence"})", "sequence");
    row("trigger", R"("on-click")", "always");
    row("trigger", R"({"on": "on-click"})", "conditional");
}

void TestCatalogue::tellsFormsApart()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    QFETCH(QString, form);
    const TypeSpec *spec = catalogue().type(toUtf8(type));
    QVERIFY(spec);
    const VariantSpec *found = spec->variantOf(parsed(value.toUtf8().constData()));
    QCOMPARE(found ? toQString(found->name) : QString(), form);
}

void TestCatalogue::resolvesPaths()
{
    QCOMPARE(resolvePath("/actions/0/effects/1", "tableElementId"), std::string("/actions/0/effects/1/tableElementId"));
    QCOMPARE(resolvePath("/a/b", "../c/d"), std::string("/a/c/d"));
    QCOMPARE(resolvePath("/a/b", "/source/elementId"), std::string("/source/elementId"));
    QCOMPARE(resolvePath("", "mode"), std::string("/mode"));
}

void TestCatalogue::laterRowsExtendEarlierOnes()
{
    Result<std::vector<CatalogueText>> texts = builtInCatalogueTexts();
    QVERIFY(texts);
    texts->push_back({QStringLiteral("user.json"),
                      R"({"elements": [{"name": "text", "fields": [{"key": "glow", "label": "Glow", "help": "Shines.",
                          "group": "look", "type": "boolean", "userLayer": true}]},
                          {"name": "hologram", "label": "Hologram", "icon": "box", "help": "Floats.", "fields": []}]})"});
    const Result<Catalogue> extended = readCatalogue(*texts);
    QVERIFY(extended);
    QVERIFY(extended->element("text")->field("glow")->userLayer);
    QVERIFY(extended->element("text")->field("body"));
    QVERIFY(extended->element("hologram"));
    QVERIFY(!catalogue().element("hologram"));
}

void TestCatalogue::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mention");
    const auto row = [](const char *name, const char *text, const char *mention) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(mention);
    };
    row("no JSON", "{", "bad.json");
    row("not an object", "[]", "object of sections");
    row("unknown type", R"({"elements": [{"name": "a", "fields": [{"key": "b", "type": "fog"}]}]})", "fog");
    row("no type", R"({"elements": [{"name": "a", "fields": [{"key": "b"}]}]})", "no type");
    row("unknown set", R"({"elements": [{"name": "a", "use": ["ghosts"], "fields": []}]})", "ghosts");
    row("unknown target", R"({"types": {"t": {"ref": "moon"}}})", "moon");
    row("unknown family", R"({"types": {"t": {"family": "ducks"}}})", "ducks");
    row("row without a name", R"({"elements": [{}]})", "no name");
}

void TestCatalogue::mistakesAreNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, mention);
    const Result<Catalogue> read = readCatalogue({{QStringLiteral("bad.json"), toUtf8(text)}});
    QVERIFY(!read);
    const QString all = read.error().message + read.error().detail + read.error().where.file;
    QVERIFY2(all.contains(mention), qPrintable(all));
}

// Measured as processor time, so that a busy machine does not fail it.
void TestCatalogue::loadsQuickly()
{
    double best = 1e9; // ms
    for (int i = 0; i < 5; ++i) {
        const std::clock_t start = std::clock();
        QVERIFY(loadCatalogue());
        best = std::min(best, 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
    }
    qInfo("catalogue load: %.1f ms", best);
#ifdef NDEBUG
    QVERIFY(best <= 30);
#endif
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
