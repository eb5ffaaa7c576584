// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector_hand.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "app/window/dock_host.h"
#include "app/window/main_window.h"
#include "designer/formula/formula_edit.h"
#include "designer/inspector/choice_fields.h"
#include "designer/inspector/field_view.h"
#include "designer/inspector/inspector_panel.h"
#include "designer/inspector/text_fields.h"
#include "model/base/text.h"

namespace tessera::tests {

using designer::FieldRow;
using designer::FieldView;
using model::Editor;
using model::ValueType;

namespace {

constexpr int mostEdits = 60; // of one element; more means that the hand turns in circles
const QString someId = QStringLiteral("0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d");

template <class Value>
const Value *byEnd(const std::map<std::string, Value> &map, const std::string &path)
{
    for (const auto &[end, value] : map) {
        if (path.ends_with(end))
            return &value;
    }
    return nullptr;
}

// Chooses the first entry of the menu that opens next.
void answerMenu()
{
    QTimer::singleShot(0, [] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        }
    });
}

bool isEmpty(const FieldRow &row)
{
    return !row.value || *row.value == model::Json("") || row.value->is_null();
}

} // namespace

InspectorHand::InspectorHand(app::MainWindow &window) : m_window(window), m_panel(nullptr)
{
    window.docks().show(QStringLiteral("inspector"));
    m_panel = qobject_cast<designer::InspectorPanel *>(window.docks().content(QStringLiteral("inspector")));
}

// The checks run on a thread of their own.
void InspectorHand::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window.isChecked(), 10'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QStringList InspectorHand::errors() const
{
    QStringList lines;
    for (const model::Diagnostic &found : m_window.session()->diagnostics()) {
        if (found.severity == model::Severity::Error && found.target.key == m_key)
            lines << QStringLiteral("%1 %2 %3")
                         .arg(model::toQString(found.rule), model::toQString(found.target.path), found.message);
    }
    return lines;
}

FieldView *InspectorHand::view(const std::string &path) const
{
    for (FieldView *one : m_panel->findChildren<FieldView *>(QStringLiteral("field:") + model::toQString(path))) {
        if (one->isVisibleTo(m_panel))
            return one;
    }
    return nullptr;
}

bool InspectorHand::show(const std::string &path)
{
    if (!view(path))
        m_panel->reveal(path);
    return view(path) != nullptr;
}

bool InspectorHand::wants(const FieldView &view) const
{
    const FieldRow &row = view.row();
    if (row.readOnly || !row.type || (row.property && row.property->isLegacy()) || m_done.contains(row.path))
        return false;
    const bool wrong = !row.problem.isEmpty() && !row.problemInside && row.severity == model::Severity::Error;
    const bool list = row.form && (row.form->type == ValueType::List || row.form->type == ValueType::Map);
    if (row.form && row.form->type == ValueType::Object && row.hasChildren && row.type->type != ValueType::Union)
        return false; // its fields stand below it
    const bool bare = row.value && row.value->is_structured() && row.value->empty() && list;
    if (row.required && (isEmpty(row) || bare))
        return true;
    return wrong;
}

FieldView *InspectorHand::nextTask() const
{
    for (FieldView *one : m_panel->findChildren<FieldView *>()) {
        if (one->isVisibleTo(m_panel) && wants(*one))
            return one;
    }
    // Nothing to enter here: look into what is folded.
    for (FieldView *one : m_panel->findChildren<FieldView *>()) {
        const FieldRow &row = one->row();
        const bool inside = row.problemInside && row.severity == model::Severity::Error;
        const bool any = row.value || (row.form && row.form->type == ValueType::Object);
        if (one->isVisibleTo(m_panel) && row.hasChildren && !one->isOpen() && any &&
            (row.required || inside || row.isItem()))
            return one;
    }
    return nullptr;
}

QStringList InspectorHand::fill(const std::string &key)
{
    m_key = key;
    m_columns = 0;
    m_done.clear();
    if (key.empty())
        m_window.session()->selection().clear();
    else
        m_window.session()->selection().setElement(key);
    settle();
    auto *tabs = m_panel->findChild<QTabBar *>(QStringLiteral("inspectorTabs"));
    int edits = 0;
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
        for (FieldView *task = nextTask(); task && edits < mostEdits; task = nextTask()) {
            ++edits;
            const std::string path = task->row().path;
            const model::Workbook before = m_window.session()->workbook();
            const bool folded = !wants(*task);
            auto *fold = task->findChild<QWidget *>(QStringLiteral("fold:") + model::toQString(path));
            if (folded && fold)
                QTest::mouseClick(fold, Qt::LeftButton);
            else if (folded)
                task->setOpen(true); // forms of a union fold at their label
            else if (!act(*task) || m_window.session()->workbook() == before)
                m_done.insert(path);
            else
                m_done.clear(); // what could not be done before may be possible now
            settle();
        }
    }
    m_edits += edits;
    return errors();
}

bool InspectorHand::pick(QComboBox &box, int index)
{
    if (index < 0 || index >= box.count())
        return false;
    box.setFocus();
    box.showPopup();
    box.view()->setCurrentIndex(box.model()->index(index, 0));
    QTest::keyClick(box.view(), Qt::Key_Return);
    if (box.view()->isVisible())
        box.hidePopup();
    return true;
}

bool InspectorHand::chooseForm(FieldView &view, const std::string &form)
{
    auto *box = qobject_cast<QComboBox *>(view.editorWidget());
    if (!box)
        return false;
    QString label;
    for (const model::VariantSpec &variant : view.row().type->variants) {
        if (variant.name == form)
            label = variant.label;
    }
    const int unset = view.row().required || view.row().isItem() ? 0 : 1;
    return pick(*box, label.isEmpty() ? unset : box->findText(label));
}

QString InspectorHand::textFor(const FieldRow &row) const
{
    if (const QString *text = byEnd(texts, row.path))
        return *text;
    const std::string key = row.path.substr(row.path.rfind('/') + 1);
    if (row.form->type == ValueType::Reference)
        return someId;
    if (row.editor == Editor::Url || key == "url")
        return QStringLiteral("https://example.com/picture.png");
    switch (row.form->type) {
    case ValueType::Number:
    case ValueType::Integer:
        return QString::number(std::max(1.0, row.form->minimum.value_or(1)));
    case ValueType::Color:
        return QStringLiteral("#3d5afe");
    case ValueType::Date:
        return QStringLiteral("2026-01-31");
    case ValueType::Formula:
        return row.path.starts_with("/columns/") ? QStringLiteral("[Base/A]") : QStringLiteral("1");
    case ValueType::Any:
        return QStringLiteral("\"value\"");
    default:
        return QStringLiteral("Text");
    }
}

// Columns: each reference another one, since a column sits on one channel only. Everything else: the first.
int InspectorHand::choiceFor(const FieldRow &row, QComboBox &box)
{
    const int first = row.required ? 0 : 1;
    const auto target = row.form->reference.target;
    const bool column = row.form->type == ValueType::Reference &&
                        (target == model::ReferenceTarget::Column || target == model::ReferenceTarget::SourceColumn);
    const int wanted = favourite.isEmpty() ? -1 : box.findText(favourite, Qt::MatchStartsWith);
    if (wanted >= first)
        return wanted;
    const int count = box.count() - first;
    return count <= 0 ? -1 : first + (column ? m_columns++ % count : 0);
}

bool InspectorHand::act(FieldView &view)
{
    const FieldRow row = view.row();
    QWidget *editor = view.editorWidget();
    const bool isUnion = row.type->type == ValueType::Union;
    const std::string *form = byEnd(forms, row.path);
    if (isUnion && form && (!row.variant || !row.value || row.variant->name != *form) &&
        qobject_cast<QComboBox *>(editor))
        return chooseForm(view, *form);
    if (qobject_cast<designer::VariantField *>(editor))
        return row.value && row.form->type != ValueType::Object ? addTo(row.path) : chooseForm(view, {});
    if (row.hasChildren) {
        const int count = row.path == "/columns" ? 4 : 1; // a column for every channel
        bool added = false;
        for (int i = 0; i < count; ++i)
            added = addTo(row.path);
        return added;
    }
    if (auto *reference = qobject_cast<designer::ReferenceField *>(editor)) {
        reference->showPopup(); // fills it
        reference->hidePopup();
        if (reference->count() > (row.required ? 0 : 1) && !byEnd(texts, row.path))
            return pick(*reference, choiceFor(row, *reference));
        return enter(row.path, textFor(row));
    }
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        return pick(*choice, row.required ? 0 : 1);
    if (auto *check = qobject_cast<QCheckBox *>(editor)) {
        QTest::mouseClick(check, Qt::LeftButton, {}, {8, check->height() / 2});
        return true;
    }
    if (auto *button = editor ? editor->findChild<QToolButton *>() : nullptr;
        button && !editor->findChild<QLineEdit *>()) {
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    return enter(row.path, textFor(row));
}

bool InspectorHand::enter(const std::string &path, const QString &text)
{
    if (!show(path))
        return false;
    QWidget *editor = view(path)->editorWidget();
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line && editor)
        line = editor->findChild<QLineEdit *>();
    if (line) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        return true;
    }
    if (auto *formula = qobject_cast<designer::FormulaEdit *>(editor)) { // pasted: typing opens completions
        QGuiApplication::clipboard()->setText(text);
        formula->setFocus();
        formula->selectAll();
        QTest::keyClick(formula, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(formula, Qt::Key_Return);
        return true;
    }
    if (auto *paragraph = qobject_cast<QPlainTextEdit *>(editor)) {
        paragraph->setFocus();
        paragraph->selectAll();
        QTest::keyClicks(paragraph, text);
        QTest::keyClick(paragraph, Qt::Key_Return, Qt::ControlModifier);
        return true;
    }
    return false;
}

bool InspectorHand::choose(const std::string &path, const std::string &form)
{
    return show(path) && chooseForm(*view(path), form);
}

bool InspectorHand::addTo(const std::string &path)
{
    if (!show(path))
        return false;
    FieldView *list = view(path);
    auto *button = list ? list->findChild<QToolButton *>(QStringLiteral("add:") + model::toQString(path)) : nullptr;
    if (!button)
        return false;
    answerMenu();
    QTest::mouseClick(button, Qt::LeftButton);
    settle();
    return true;
}

} // namespace tessera::tests
