// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_desk.h"

#include <QTimer>

#include "designer/formula/formula_edit.h"
#include "designer/formula/name_prompt.h"
#include "designer/formula/place_scope.h"
#include "designer/formula/template_place.h"
#include "designer/session/session.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/property_edit.h"
#include "model/formula/bound_walk.h"
#include "model/names/rename.h"
#include "model/workbook/views/column_view.h"

namespace tessera::designer {

using model::Scope;
using model::Target;

namespace {

constexpr int settleMs = 80; // edits that follow each other give new scopes once

Target targetOf(const model::Key &element, std::string path)
{
    Target target;
    target.scope = Scope::Element;
    target.key = element;
    target.path = std::move(path);
    return target;
}

// "refMarks" as "Ref marks"; list places count from 1.
QString spoken(const QString &step)
{
    bool number = false;
    const int index = step.toInt(&number);
    if (number)
        return QString::number(index + 1);
    QString words;
    for (const QChar c : step) {
        if (c.isUpper())
            words += u' ';
        words += c.toLower();
    }
    return words.replace(u'-', u' ');
}

} // namespace

FormulaDesk::FormulaDesk(Session &session) : QObject(&session), m_session(session), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(settleMs);
    connect(m_timer, &QTimer::timeout, this, &FormulaDesk::serveAll);
    connect(&session.document(), &model::Document::applied, this, &FormulaDesk::follow);
}

void FormulaDesk::setData(FormulaData data)
{
    m_data = std::move(data);
    m_timer->start();
}

void FormulaDesk::follow(const model::ChangeSet &changes)
{
    if (changes.structure || !changes.elements.isEmpty())
        m_timer->start();
}

void FormulaDesk::serveAll()
{
    m_seats.removeIf([](const Seat &seat) { return !seat.editor; });
    for (const Seat &seat : std::as_const(m_seats)) {
        if (seat.editor->isVisible())
            seat.editor->setScope(scopeAt(seat.place()));
    }
    Q_EMIT namesChanged();
}

std::shared_ptr<const model::formula::Scope> FormulaDesk::scopeAt(const Target &place)
{
    return makePlaceScope(m_session.workbook(), m_session.names(), place, m_data);
}

const FormulaDesk::Seat *FormulaDesk::seatOf(const FormulaEdit *editor) const
{
    for (const Seat &seat : m_seats) {
        if (seat.editor == editor)
            return &seat;
    }
    return nullptr;
}

void FormulaDesk::attach(FormulaEdit *editor, std::function<Target()> place)
{
    m_seats.append({editor, std::move(place)});
    connect(editor, &FormulaEdit::entered, this, [this, editor] {
        refresh(editor);
        m_editor = editor;
        Q_EMIT taken();
    });
    connect(editor, &FormulaEdit::helpRequested, this, &FormulaDesk::helpRequested);
    connect(editor, &FormulaEdit::renameRequested, this, [this, editor] { rename(editor); });
    connect(editor, &FormulaEdit::definitionRequested, this, [this, editor] { goToDefinition(*editor); });
    connect(editor, &FormulaEdit::referencesRequested, this, [this, editor] {
        if (const auto target = targetAt(*editor))
            Q_EMIT referencesRequested(*target);
    });
    connect(editor, &QObject::destroyed, this, [this] {
        if (!m_editor)
            Q_EMIT taken();
    });
}

void FormulaDesk::refresh(FormulaEdit *editor)
{
    if (const Seat *seat = seatOf(editor))
        editor->setScope(scopeAt(seat->place()));
    if (editor == m_editor)
        Q_EMIT taken();
}

Target FormulaDesk::place() const
{
    const Seat *seat = m_editor ? seatOf(m_editor) : nullptr;
    return seat ? seat->place() : Target();
}

std::string FormulaDesk::textAt(const Target &place) const
{
    const model::Json *tree = model::propertyTree(m_session.workbook(), place.scope, place.key);
    const model::Json *value = tree ? model::at(*tree, textPathOf(place.path)) : nullptr;
    return value ? model::stringOf(*value) : std::string();
}

QString FormulaDesk::formulaAt(const Target &place) const
{
    const std::string text = textAt(place);
    const int number = templateNumber(place.path);
    if (number < 0)
        return model::toQString(text);
    const auto range = templateFormula(text, number);
    return range ? model::toQString(std::string(range->in(text))) : QString();
}

bool FormulaDesk::commit(const Target &place, const QString &formula)
{
    if (formula == formulaAt(place))
        return true;
    std::string text = model::toUtf8(formula);
    const std::string path = textPathOf(place.path);
    if (path != place.path) {
        std::string whole = textAt(place);
        if (const auto range = templateFormula(whole, templateNumber(place.path)))
            text = whole.replace(range->offset, range->length, text);
    }
    return m_session.commit(tr("Formula of %1").arg(labelOf(place)),
                            model::setProperty(m_session.workbook(), place.scope, place.key, path, model::Json(text)));
}

QString FormulaDesk::labelOf(const Target &place) const
{
    if (const int number = templateNumber(place.path); number >= 0)
        return tr("Value %1 of the text").arg(number + 1);
    QStringList steps = model::toQString(place.path).split(u'/', Qt::SkipEmptyParts);
    const model::Object *element = place.scope == Scope::Element ? m_session.workbook().element(place.key) : nullptr;
    if (element && steps.size() >= 2 && steps.first() == u"columns") {
        const auto columns = model::columnsOf(*element);
        const auto index = static_cast<std::size_t>(steps.at(1).toInt());
        if (index < columns.size())
            return model::toQString(model::columnName(columns[index]));
    }
    if (steps.size() > 1 && (steps.last() == u"formula" || steps.last() == u"value"))
        steps.removeLast();
    QStringList words;
    for (const QString &step : std::as_const(steps))
        words << spoken(step);
    QString label = words.join(u' ');
    if (!label.isEmpty())
        label[0] = label.at(0).toUpper();
    return label;
}

QList<Target> FormulaDesk::formulasOf(const model::Key &element) const
{
    QList<Target> places;
    if (const model::Object *object = m_session.workbook().element(element)) {
        model::visitTextSites(object->body(), object->kind(), [&](const model::TextSite &site) {
            if (site.language == model::TextLanguage::Formula && site.certain)
                places.append(targetOf(element, site.path));
            const bool text = site.language == model::TextLanguage::Template &&
                              site.scope == model::TextScope::Element && site.certain;
            for (int i = 0; text && i < templateCount(std::string(site.text)); ++i)
                places.append(targetOf(element, templatePlace(site.path, i)));
        });
    }
    return places;
}

std::optional<model::NamedThing> FormulaDesk::targetAt(const FormulaEdit &editor)
{
    using model::formula::SymbolKind;
    const auto bound = editor.bound();
    const model::formula::Symbol *symbol = bound ? model::formula::symbolAt(bound->root, editor.caret()) : nullptr;
    if (!symbol || symbol->element.empty() || symbol->id.empty())
        return std::nullopt;
    if (symbol->kind == SymbolKind::Control)
        return model::NamedThing{model::NamedThing::Control, symbol->element, {}};
    if (symbol->kind == SymbolKind::Metric)
        return std::nullopt;
    return model::NamedThing{model::NamedThing::Column, symbol->element, symbol->id};
}

void FormulaDesk::rename(FormulaEdit *editor)
{
    const auto target = targetAt(*editor);
    if (!target)
        return editor->say(tr("Put the caret on a column or control of this workbook to rename it."));
    const QString old = model::toQString(model::targetName(m_session.names(), *target));
    auto *prompt = new NamePrompt(editor, tr("Rename “%1” everywhere").arg(old), old);
    prompt->accept = [this, target = *target, editor = QPointer<FormulaEdit>(editor)](const QString &name) -> QString {
        if (editor && editor->isEdited())
            commit(place(), editor->formula()); // what was typed belongs to the old name
        const model::Workbook &workbook = m_session.workbook();
        auto step = target.what == model::NamedThing::Control
                        ? model::makeRename(workbook, Scope::Element, target.key, "/controlId", model::toUtf8(name))
                        : model::makeRenameColumn(workbook, target.key, target.column, model::toUtf8(name));
        if (!step)
            return step.error().message;
        return m_session.commit(std::move(*step)) ? QString() : tr("The name could not be changed.");
    };
    prompt->open(editor->caretLine());
}

void FormulaDesk::goToDefinition(const FormulaEdit &editor)
{
    const auto target = targetAt(editor);
    if (!target)
        return;
    Target place = targetOf(target->key, {});
    const model::Object *element = m_session.workbook().element(target->key);
    if (const auto column = element ? model::columnOf(*element, target->column) : std::nullopt)
        place.path = column->pointer;
    m_session.reveal(place);
}

} // namespace tessera::designer
