// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include "designer/formula/formula_edit.h"
#include "designer/inspector/field_view.h"
#include "designer/inspector/inspector_model.h"
#include "designer/inspector/inspector_panel.h"
#include "tests/designer/editor_fixture.h"

using namespace tessera;
using designer::EditorFixture;
using designer::FieldRow;
using designer::FieldView;
using designer::InspectorPanel;
using model::Scope;

class TestInspector : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        Opened() : panel(fixture.session)
        {
            panel.resize(360, 900);
            panel.show();
            (void)QTest::qWaitForWindowExposed(&panel);
            panel.activateWindow();
        }

        void select(const char *key, std::string path = {})
        {
            fixture.session.selection().setElement(key, std::move(path));
        }
        FieldView *field(const char *path) const
        {
            for (FieldView *view : panel.findChildren<FieldView *>(QStringLiteral("field:") + QLatin1String(path))) {
                if (view->isVisible())
                    return view;
            }
            return nullptr;
        }
        // Goes to the field, and gives its editor.
        template <class Widget>
        Widget *editor(const char *path)
        {
            panel.reveal(path);
            FieldView *view = field(path);
            QWidget *widget = view ? view->editorWidget() : nullptr;
            return qobject_cast<Widget *>(widget);
        }

        EditorFixture fixture;
        InspectorPanel panel;
    };

private Q_SLOTS:
    void everyKindShowsItsFieldsQuickly()
    {
        Opened o;
        for (const model::Object &element : o.fixture.document.workbook().elements) {
            QElapsedTimer timer;
            timer.start();
            o.fixture.session.selection().setElement(element.key());
            qInfo("%s: %lld ms", element.kind().c_str(), timer.elapsed());
            QVERIFY(o.panel.findChild<QTabBar *>()->count() > 0);
        }
    }

    void textIsCommittedOnEnterAndUndone()
    {
        Opened o;
        o.select("btn");
        auto *line = o.editor<QLineEdit>("/text");
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("Send"));
        QCOMPARE(model::stringOf(*o.fixture.value("btn", "/text")), std::string("Save order")); // not before Enter
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(model::stringOf(*o.fixture.value("btn", "/text")), std::string("Send"));
        QVERIFY(o.fixture.document.undo());
        QCOMPARE(o.editor<QLineEdit>("/text")->text(), QStringLiteral("Save order"));
    }

    void numbersAreCheckedAndStepped()
    {
        Opened o;
        o.select("ctl");
        QVERIFY(o.fixture.document.apply([] {
            model::Transaction t;
            t.changes.push_back(model::SetProperty{Scope::Element, "ctl", "/controlType", model::Json("list"),
                                                   model::Json("slider"), -1});
            return t;
        }()));
        o.select("bar");
        o.select("ctl");
        auto *line = o.editor<QLineEdit>("/step");
        QVERIFY(line);
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("abc"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!o.fixture.value("ctl", "/step"));
        QVERIFY(line->property("refused").toBool());
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("5"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(*o.fixture.value("ctl", "/step") == model::Json(5));
        QTest::keyClick(line, Qt::Key_Up);
        QVERIFY(*o.fixture.value("ctl", "/step") == model::Json(6));
    }

    void choicesResetAndMixed()
    {
        Opened o;
        o.fixture.session.selection().set({{Scope::Element, "bar"}, {Scope::Element, "bar2"}});
        o.panel.reveal("/stacking");
        FieldView *field = o.field("/stacking");
        QVERIFY(field);
        QVERIFY(field->row().mixed);
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_mixed_light"));
        designer::InspectorModel model(o.fixture.session);
        QVERIFY(model.setValue(field->row(), model::Json("normalized")));
        QCOMPARE(model::stringOf(*o.fixture.value("bar", "/stacking")), std::string("normalized"));
        QCOMPARE(model::stringOf(*o.fixture.value("bar2", "/stacking")), std::string("normalized"));
        QVERIFY(!o.field("/stacking")->row().mixed);
        QVERIFY(o.field("/stacking")->row().canReset);
        QTest::mouseClick(o.field("/stacking")->childAt(5, 16), Qt::LeftButton, {}, QPoint(5, 16)); // the dot
        QVERIFY(!o.fixture.value("bar", "/stacking"));
        QVERIFY(o.fixture.document.undo());
        QVERIFY(o.fixture.value("bar2", "/stacking"));
    }

    void listsGrowShrinkAndReorder()
    {
        Opened o;
        o.select("bar", "/columns/0");
        QVERIFY(o.field("/columns/0"));
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_columns_light"));
        QTest::mouseClick(o.panel.findChild<QToolButton *>(QStringLiteral("down:/columns/0")), Qt::LeftButton);
        QCOMPARE(model::stringOf(*o.fixture.value("bar", "/columns/0/id")), std::string("y"));
        QTest::mouseClick(o.panel.findChild<QToolButton *>(QStringLiteral("add:/columns")), Qt::LeftButton);
        QCOMPARE(o.fixture.value("bar", "/columns")->size(), std::size_t(3));
        auto *formula = o.editor<designer::FormulaEdit>("/columns/0/formula");
        QVERIFY(formula);
        formula->setFocus();
        formula->selectAll();
        QTest::keyClicks(formula, QStringLiteral("Max([Orders/Amount])"));
        QTest::keyClick(formula, Qt::Key_Return);
        QCOMPARE(model::stringOf(*o.fixture.value("bar", "/columns/0/formula")), std::string("Max([Orders/Amount])"));
        QTest::mouseClick(o.panel.findChild<QToolButton *>(QStringLiteral("remove:/columns/2")), Qt::LeftButton);
        QCOMPARE(o.fixture.value("bar", "/columns")->size(), std::size_t(2));
    }

    void referencesArePickedByName()
    {
        Opened o;
        o.select("bar");
        auto *column = o.editor<QComboBox>("/xAxis/columnId");
        QVERIFY(column);
        QCOMPARE(column->currentText(), QStringLiteral("Region"));
        column->setFocus();
        column->lineEdit()->selectAll();
        QTest::keyClicks(column->lineEdit(), QStringLiteral("Revenue"));
        QTest::keyClick(column->lineEdit(), Qt::Key_Return);
        QCOMPARE(model::stringOf(*o.fixture.value("bar", "/xAxis/columnId")), std::string("y"));
    }

    void searchAndChangedOnlyNarrow()
    {
        Opened o;
        o.select("bar");
        auto *search = o.panel.findChild<QLineEdit *>(QStringLiteral("inspectorSearch"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("stacking"));
        QVERIFY(o.field("/stacking"));
        QVERIFY(!o.field("/xAxis"));
        QTest::keyClick(search, Qt::Key_Escape);
        search->clear();
        QTest::mouseClick(o.panel.findChild<QToolButton *>(QStringLiteral("changedOnly")), Qt::LeftButton);
        for (const FieldView *view : o.panel.findChildren<FieldView *>()) {
            if (view->isVisible())
                QVERIFY(view->row().modified || view->row().path.find('/', 1) != std::string::npos);
        }
    }

    void problemsStandAtTheirField()
    {
        Opened o;
        model::Diagnostic found;
        found.message = QStringLiteral("“nope” is no column.");
        found.severity = model::Severity::Error;
        found.target = {Scope::Element, "bar", "/xAxis/columnId", 0};
        o.fixture.session.setDiagnostics({found});
        o.select("bar");
        o.panel.reveal("/xAxis/columnId");
        const QLabel *problem = o.field("/xAxis/columnId")->findChild<QLabel *>(QStringLiteral("fieldProblem"));
        QVERIFY(problem && problem->text() == found.message);
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_problem_light"));
    }

    void effectsAreEditedWhereTheGraphPoints()
    {
        Opened o;
        o.select("btn", "/actions/0/effects/0");
        QVERIFY(o.field("/actions/0/effects/0"));
        auto *control = o.editor<QComboBox>("/actions/0/effects/0/control");
        QVERIFY(control);
        QCOMPARE(control->currentText(), QStringLiteral("Region"));
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_effect_light"));
    }

    void theWorkbookAndItsBlocksAreInspected()
    {
        Opened o;
        auto *name = o.editor<QLineEdit>("/name");
        QVERIFY(name);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Garden"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(o.fixture.document.workbook().name(), std::string("Garden"));
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_workbook_light"));
        o.fixture.session.selection().set({{Scope::Overlay, "m"}});
        QVERIFY(o.field("/modal") || o.field("/name"));
        o.fixture.session.selection().set({{Scope::Page, "p"}});
        QVERIFY(o.editor<QLineEdit>("/name"));
    }

    void aFieldOfAFormThatIsNotThereYetBringsItsWord()
    {
        Opened o;
        o.select("bar");
        designer::InspectorModel inspector(o.fixture.session);
        const auto color = inspector.rowAt(0, "/color");
        QVERIFY(color && !color->value && color->hasChildren);
        const auto rows = inspector.children(*color);
        const auto value = std::ranges::find(rows, std::string("/color/value"), &FieldRow::path);
        QVERIFY(value != rows.end());
        QVERIFY(inspector.setValue(*value, model::Json("#112233")));
        QVERIFY(*o.fixture.value("bar", "/color") == model::Json({{"by", "single"}, {"value", "#112233"}}));
    }

    void idsFromOutsideAreTyped()
    {
        Opened o;
        o.select("base");
        o.panel.reveal("/source/connectionId");
        auto *box = o.editor<QComboBox>("/source/connectionId");
        QVERIFY(box);
        box->lineEdit()->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("c-2"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QCOMPARE(model::stringOf(*o.fixture.value("base", "/source/connectionId")), std::string("c-2"));
    }

    void helpNamesTheField()
    {
        Opened o;
        o.select("btn");
        auto *line = o.editor<QLineEdit>("/text");
        line->setFocus();
        QTRY_VERIFY(line->hasFocus());
        QSignalSpy help(&o.panel, &InspectorPanel::helpRequested);
        QTest::keyClick(line, Qt::Key_F1);
        QCOMPARE(help.size(), 1);
        QCOMPARE(help.first().at(0).toString(), QStringLiteral("elements/button"));
        QCOMPARE(help.first().at(1).toString(), QStringLiteral("text"));
    }

    void everyFieldOfTheCatalogueHasAnEditor()
    {
        EditorFixture fixture;
        designer::InspectorModel inspector(fixture.session);
        int rows = 0;
        for (const model::Object &element : fixture.document.workbook().elements) {
            fixture.session.selection().setElement(element.key());
            inspector.follow();
            for (const auto tab : inspector.tabs()) {
                for (const auto &group : inspector.groups(tab)) {
                    for (const FieldRow &row : group.rows) {
                        QVERIFY2(!row.label.isEmpty(), row.path.c_str());
                        ++rows;
                        (void)inspector.children(row);
                    }
                }
            }
        }
        QVERIFY(rows > 60);
    }

    void looksRight()
    {
        Opened o;
        o.select("bar");
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_light"));
        o.panel.findChild<QTabBar *>()->setCurrentIndex(1);
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_format_light"));
        designer::applyTheme(*qApp, designer::Tokens::darkTheme());
        QTest::qWait(0);
        EditorFixture::keepPicture(o.panel, QStringLiteral("inspector_format_dark"));
        designer::applyTheme(*qApp, designer::Tokens::light());
    }
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
