// SPDX-License-Identifier: GPL-3.0-or-later
// Every function of the catalogue: its example is a formula that binds, gives what it says it gives, and is in the
// help.
#include <QRegularExpression>
#include <QTest>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/evaluate.h"
#include "model/formula/function_reference.h"
#include "model/value/value.h"

using namespace tessera::model;
using namespace tessera::model::formula;

namespace {

// Every name may be right, of any type.
class OpenScope : public Scope
{
public:
    Found resolve(const ColumnReference &) const override { return {{}, false, false, true}; }
    std::vector<std::string> candidates(const ColumnReference &) const override { return {}; }
};

bool usesOnlyConstants(const BoundPtr &root)
{
    return root->shape == Shape::Constant;
}

std::string shown(const Value &value)
{
    if (value.isNull())
        return "Null";
    if (value.isText())
        return writeJson(Json(value.text()));
    if (value.isNumber() && !value.integer())
        return QByteArray::number(value.number(), 'g', 12).toStdString();
    return plainText(value);
}

} // namespace

class TestFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleHolds_data()
    {
        QTest::addColumn<int>("index");
        const auto &all = FunctionCatalogue::shipped().all();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name.c_str()) << static_cast<int>(i);
    }
    void everyExampleHolds()
    {
        QFETCH(int, index);
        const Function &function = FunctionCatalogue::shipped().all()[static_cast<std::size_t>(index)];
        QVERIFY(function.example.starts_with(function.name + '('));
        const BoundFormula bound = bindFormula(function.example, OpenScope());
        QVERIFY2(bound.problems.empty(), bound.problems.empty() ? "" : qPrintable(bound.problems.front().message));
        const bool clock = function.group == "System" || function.name == "Now" || function.name == "Today";
        const bool geography = function.group == "Geography" || function.group == "Passthrough";
        const bool computed = usesOnlyConstants(bound.root) && !clock && !geography && findScalar(function.name);
        QCOMPARE(toQString(function.exampleResult),
                 toQString(computed ? shown(evaluate(bound.root, {}, {})) : std::string()));
    }

    void theReferenceHasThemAll()
    {
        const QString page = toQString(functionReferenceMarkdown());
        for (const Function &function : FunctionCatalogue::shipped().all()) {
            QVERIFY2(page.contains(QStringLiteral("### %1\n").arg(toQString(function.name))), function.name.c_str());
            QVERIFY2(!function.doc.empty(), function.name.c_str());
        }
        QCOMPARE(functionReferenceMarkdown(), functionReferenceMarkdown());
    }

    void wordsArePlain()
    {
        static const QRegularExpression marks(QStringLiteral("§|†|\\b(UDF|SF|PG|BQ|DBX)\\b"));
        for (const Function &function : FunctionCatalogue::shipped().all())
            QVERIFY2(!marks.match(toQString(function.doc)).hasMatch(), function.doc.c_str());
    }

    void examplesOfUnknownFunctionsAreRefused()
    {
        FunctionCatalogue catalogue;
        QVERIFY(!catalogue.addExamples("{\"examples\": [{\"name\": \"Nothing\", \"formula\": \"Nothing()\"}]}"));
        QVERIFY(!catalogue.addExamples("[]"));
        QVERIFY(!catalogue.addExamples("{"));
    }
};

QTEST_GUILESS_MAIN(TestFunctions)
#include "tst_functions.moc"
