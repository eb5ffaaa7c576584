// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_trial.h"

#include <QDateTime>
#include <QTimer>

#include "designer/formula/background.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/session/live_data.h"
#include "designer/session/session.h"
#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/workbook/formula_probe.h"

namespace tessera::designer {

using namespace model;
using namespace model::formula;

namespace {

constexpr int settleMs = 250; // after the text was checked, before it is computed
constexpr int rowsShown = 50;
const std::string resultId = "formula-result";

// Names do not matter for what a formula is, only its functions do.
class AnyScope : public formula::Scope
{
public:
    Found resolve(const ColumnReference &) const override { return {{}, false, false, true}; }
    std::vector<std::string> candidates(const ColumnReference &) const override { return {}; }
};

bool isAggregate(const std::string &text)
{
    return bindFormula(text, AnyScope()).root->shape >= Shape::Aggregate;
}

Environment environmentNow()
{
    Environment environment;
    environment.now.micros = QDateTime::currentMSecsSinceEpoch() * 1000;
    return environment;
}

} // namespace

FormulaTrial::FormulaTrial(FormulaDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(settleMs);
    connect(m_timer, &QTimer::timeout, this, &FormulaTrial::start);
    connect(&desk, &FormulaDesk::taken, this, &FormulaTrial::watch);
    connect(&desk, &FormulaDesk::namesChanged, m_timer, qOverload<>(&QTimer::start));
    connect(&desk.session(), &Session::dataChanged, this, &FormulaTrial::followControls);
    followControls();
    watch();
}

FormulaTrial::~FormulaTrial()
{
    m_stop.request_stop();
}

void FormulaTrial::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        m_timer->start();
    else
        m_stop.request_stop();
}

void FormulaTrial::watch()
{
    disconnect(m_checked);
    if (FormulaEdit *editor = m_desk.editor())
        m_checked = connect(editor, &FormulaEdit::checked, m_timer, qOverload<>(&QTimer::start));
    m_timer->start();
}

// Controls filter what a formula is tried on.
void FormulaTrial::followControls()
{
    if (const LiveData *live = m_desk.session().data())
        connect(live, &LiveData::controlsChanged, m_timer, qOverload<>(&QTimer::start));
}

void FormulaTrial::set(State state, const QString &reason)
{
    m_state = state;
    m_reason = reason;
    Q_EMIT changed();
}

void FormulaTrial::start()
{
    if (!m_active)
        return;
    m_stop.request_stop();
    const quint64 generation = ++m_generation;
    FormulaEdit *editor = m_desk.editor();
    const Target place = m_desk.place();
    m_table.reset();
    m_formula = {};
    if (!editor || place.key.empty() || editor->formula().trimmed().isEmpty())
        return set(State::Idle);
    const auto bound = editor->bound();
    if (!bound)
        return set(State::Waiting); // `checked` comes back here
    if (!bound->isValid())
        return set(State::Wrong, editor->worstProblem() ? editor->worstProblem()->message : QString());
    m_text = toUtf8(editor->formula());
    m_formula = splitForSteps(m_text, bound->root);
    if (place.scope != model::Scope::Element || !m_desk.data().rows)
        return set(State::Failed, tr("There are no rows to try this formula on."));
    std::vector<ProbeColumn> columns;
    for (const FormulaPart &part : m_formula.parts)
        columns.push_back({part.id, part.text});
    columns.push_back({resultId, m_text});
    auto probe = makeFormulaProbe(m_desk.session().workbook(), place.key, place.path, columns, isAggregate);
    if (!probe)
        return set(State::Failed, probe.error().message);
    set(State::Waiting);
    m_stop = std::stop_source();
    inBackground(
        this,
        [probe = std::move(*probe), key = place.key, rows = m_desk.data().rows, stop = m_stop.get_token()] {
            Answer answer;
            answer.rows = rows(probe.workbook, key, rowsShown, stop);
            const std::string name = probe.summary ? "summary" : probe.text;
            const auto part = answer.rows.parts.find(name);
            answer.table = name.empty() ? answer.rows.main : part == answer.rows.parts.end() ? nullptr : part->second;
            answer.inOrder = !probe.text.empty();
            answer.failure = answer.rows.failure;
            return answer;
        },
        [this, generation](Answer answer) {
            if (generation == m_generation)
                take(std::move(answer));
        });
}

void FormulaTrial::take(Answer answer)
{
    m_sample = answer.rows.sample;
    m_cut = answer.rows.cut;
    m_table = std::move(answer.table);
    m_keys.clear();
    for (const query::OutputColumn &column : answer.rows.query.main.columns) {
        if (column.isKey)
            m_keys.push_back(column.id);
    }
    m_inOrder = answer.inOrder;
    if (m_table && resultColumn())
        return set(State::Ready);
    QString reason = answer.failure;
    for (const query::QueryProblem &problem : answer.rows.query.problems) {
        if (reason.isEmpty() && problem.isError)
            reason = problem.message;
    }
    m_table.reset();
    set(State::Failed, reason.isEmpty() ? tr("The element gives no rows here.") : reason);
}

int FormulaTrial::rowCount() const
{
    return m_table ? static_cast<int>(m_table->rowCount()) : 0;
}

std::vector<const query::ResultColumn *> FormulaTrial::keys() const
{
    std::vector<const query::ResultColumn *> columns;
    for (const std::string &id : m_keys) {
        if (const query::ResultColumn *column = m_table ? m_table->byId(id) : nullptr)
            columns.push_back(column);
    }
    return columns;
}

Value FormulaTrial::part(int index, int row) const
{
    const auto place = static_cast<std::size_t>(index);
    const query::ResultColumn *column = !m_table    ? nullptr
                                        : m_inOrder ? &m_table->columns[place]
                                                    : m_table->byId(m_formula.parts[place].id);
    return column ? column->data.at(static_cast<std::size_t>(row)) : Value();
}

const query::ResultColumn *FormulaTrial::resultColumn() const
{
    if (!m_table || !m_inOrder)
        return m_table ? m_table->byId(resultId) : nullptr;
    return m_table->columns.size() == m_formula.parts.size() + 1 ? &m_table->columns.back() : nullptr;
}

Value FormulaTrial::result(int row) const
{
    const query::ResultColumn *column = resultColumn();
    return column ? column->data.at(static_cast<std::size_t>(row)) : Value();
}

FormulaStep FormulaTrial::steps(int row) const
{
    std::vector<Value> values;
    for (std::size_t i = 0; i < m_formula.parts.size(); ++i)
        values.push_back(row < rowCount() ? part(static_cast<int>(i), row) : Value());
    return stepThrough(m_text, m_formula, values, environmentNow());
}

} // namespace tessera::designer
