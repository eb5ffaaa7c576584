// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/schema/openapi_import.h"

using namespace tessera::model;

namespace {

// The form of Sigma's compiled document, much smaller: references, allOf over a common part, oneOf over kinds.
constexpr const char *document = R"({
  "openapi": "3.0.0", "info": {"title": "Public API", "version": "2.0.0"},
  "components": {"schemas": {
    "ElementBase": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "glow": {"type": "boolean",
        "description": "Shines at night"}}},
    "BarChart": {"allOf": [{"$ref": "#/components/schemas/ElementBase"}, {"type": "object", "required": ["kind", "xAxis"],
        "properties": {"kind": {"type": "string", "enum": ["bar-chart"]}, "xAxis": {"type": "object"},
          "stacking": {"$ref": "#/components/schemas/Stacking"},
          "orientation": {"oneOf": [{"const": "horizontal"}, {"const": "radial"}]},
          "cornerStyle": {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer"},
              "ends": {"type": "array", "items": {"type": "string", "enum": ["top", "bottom"]}}}}}}]},
    "Stacking": {"type": "string", "enum": ["none", "stacked", "normalized", "wiggle"]},
    "Radar": {"allOf": [{"$ref": "#/components/schemas/ElementBase"}, {"properties": {"kind": {"const": "radar-chart"},
        "spokes": {"type": "number"}, "loop": {"$ref": "#/components/schemas/Radar"}}}]},
    "CommonElement": {"oneOf": [{"$ref": "#/components/schemas/BarChart"}, {"$ref": "#/components/schemas/Radar"}]},
    "WorkbookElement": {"oneOf": [{"$ref": "#/components/schemas/CommonElement"}]},
    "Control": {"allOf": [{"properties": {"kind": {"const": "control"}, "controlId": {"type": "string"}}},
        {"oneOf": [{"properties": {"controlType": {"enum": ["slider"]}, "ticks": {"type": "array", "items": {"type": "number"}}}},
                   {"properties": {"controlType": {"enum": ["knob"]}}}]}]},
    "Actions": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"},
        "effects": {"type": "array", "items": {"oneOf": [{"$ref": "#/components/schemas/Confetti"},
          {"properties": {"effect": {"const": "close-overlay"}, "slowly": {"type": "boolean"}}}]}}}}},
    "Confetti": {"type": "object", "properties": {"effect": {"const": "throw-confetti"}, "amount": {"type": "number"}}}
  }}})";

} // namespace

class TestOpenApiImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesWhatIsNew_data();
    void namesWhatIsNew();
    void theLayerExtendsTheCatalogue();
    void importingTwiceAddsNothing();
    void otherDocumentsAreRefused_data();
    void otherDocumentsAreRefused();
    void circlesEnd();

private:
    std::optional<Catalogue> m_catalogue;
    OpenApiImport m_import;
};

void TestOpenApiImport::initTestCase()
{
    m_catalogue = loadCatalogue().value();
    Result<OpenApiImport> imported = importOpenApi(*m_catalogue, document);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
    m_import = *imported;
    QCOMPARE(m_import.title, QStringLiteral("Public API 2.0.0"));
    QCOMPARE(m_import.kindsRead, 6);
}

void TestOpenApiImport::namesWhatIsNew_data()
{
    using What = SchemaDifference::What;
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](What what, const char *kind, const char *field = "", const char *value = "") {
        QTest::addRow("%s/%s=%s", kind, field, value) << static_cast<int>(what) << QString::fromLatin1(kind)
                                                      << QString::fromLatin1(field) << QString::fromLatin1(value);
    };
    row(What::NewKind, "radar-chart");
    row(What::NewKind, "knob");
    row(What::NewKind, "throw-confetti");
    row(What::NewField, "bar-chart", "glow");
    row(What::NewField, "bar-chart", "cornerStyle");
    row(What::NewField, "slider", "ticks");
    row(What::NewField, "close-overlay", "slowly");
    row(What::NewValue, "bar-chart", "stacking", "wiggle");
    row(What::NewValue, "bar-chart", "orientation", "radial");
    row(What::NowRequired, "bar-chart", "xAxis");
    row(What::KindNotListed, "line-chart");
    row(What::FieldNotListed, "bar-chart", "gap");
}

void TestOpenApiImport::namesWhatIsNew()
{
    QFETCH(int, what);
    QFETCH(QString, kind);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const auto &all = m_import.differences;
    const auto matches = std::count_if(all.begin(), all.end(), [&](const SchemaDifference &d) {
        return static_cast<int>(d.what) == what && QString::fromStdString(d.kind) == kind &&
               QString::fromStdString(d.field) == field && QString::fromStdString(d.value) == value &&
               !d.text.isEmpty();
    });
    QCOMPARE(matches, 1);
}

void TestOpenApiImport::theLayerExtendsTheCatalogue()
{
    std::vector<CatalogueText> texts = builtInCatalogueTexts().value();
    texts.push_back({QStringLiteral("user.json"), m_import.layer});
    const Result<Catalogue> extended = readCatalogue(texts);
    QVERIFY2(extended, extended ? "" : qPrintable(extended.error().message));
    const KindSpec *bar = extended->element("bar-chart");
    QVERIFY(bar->field("glow")->userLayer);
    QCOMPARE(bar->field("glow")->help, QStringLiteral("Shines at night."));
    QVERIFY(bar->field("stacking")->type->enumValue("wiggle"));
    QCOMPARE(bar->field("stacking")->type->enumValue("percent")->instead, std::string("normalized"));
    QCOMPARE(bar->field("stacking")->label, m_catalogue->element("bar-chart")->field("stacking")->label);
    QVERIFY(bar->field("xAxis")->required);
    QVERIFY(bar->field("gap")); // nothing goes away
    const TypeSpec *corner = bar->field("cornerStyle")->type;
    QCOMPARE(corner->field("size")->type->type, ValueType::Integer);
    QCOMPARE(corner->field("ends")->type->item->type, ValueType::Enum);
    QVERIFY(extended->element("radar-chart")->field("spokes"));
    QVERIFY(extended->control("knob"));
    QVERIFY(extended->effect("throw-confetti"));
}

void TestOpenApiImport::importingTwiceAddsNothing()
{
    std::vector<CatalogueText> texts = builtInCatalogueTexts().value();
    texts.push_back({QStringLiteral("user.json"), m_import.layer});
    const Result<OpenApiImport> again = importOpenApi(readCatalogue(texts).value(), document);
    QVERIFY(again);
    for (const SchemaDifference &difference : again->differences)
        QVERIFY2(!difference.inLayer(), qPrintable(difference.text));
    QVERIFY(again->layer.empty());
}

void TestOpenApiImport::otherDocumentsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no JSON") << QStringLiteral("<html>");
    QTest::newRow("empty") << QString();
    QTest::newRow("a list") << QStringLiteral("[]");
    QTest::newRow("another API") << QStringLiteral(R"({"components": {"schemas": {"Pet": {}}}})");
}

void TestOpenApiImport::otherDocumentsAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!importOpenApi(*m_catalogue, text.toStdString()));
}

void TestOpenApiImport::circlesEnd()
{
    const char *circular = R"({"components": {"schemas": {
        "WorkbookElement": {"oneOf": [{"$ref": "#/components/schemas/WorkbookElement"}, {"$ref": "#/components/schemas/A"},
            {"oneOf": [{"$ref": "#/components/schemas/WorkbookElement"}, {"$ref": "#/components/schemas/WorkbookElement"}]},
            {"$ref": "#/nowhere"}]},
        "A": {"allOf": [{"$ref": "#/components/schemas/B"}], "properties": {"kind": {"const": "a"}}},
        "B": {"$ref": "#/components/schemas/C"}, "C": {"$ref": "#/components/schemas/B"}}}})";
    QVERIFY(importOpenApi(*m_catalogue, circular));
}

QTEST_GUILESS_MAIN(TestOpenApiImport)
#include "tst_openapi_import.moc"
