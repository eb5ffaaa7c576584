// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

#include <QObject>

#include "model/checks/diagnostic.h"
#include "model/formula/steps.h"
#include "model/query/element_rows.h"

class QTimer;

namespace tessera::designer {

class FormulaDesk;

// Computes the formula at hand on the first rows, as it is typed: the result, and the values of the parts that a row
// cannot tell, from which the steps are made. Works only while somebody looks.
class FormulaTrial : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Idle,  // no formula at hand
        Wrong, // the formula has errors
        Waiting,
        Ready,
        Failed, // `reason` says why there are no values
    };

    explicit FormulaTrial(FormulaDesk &desk, QObject *parent = nullptr);
    ~FormulaTrial() override;

    void setActive(bool active);

    State state() const { return m_state; }
    QString reason() const { return m_reason; }
    bool isSample() const { return m_sample; }
    bool isCut() const { return m_cut; }
    int rowCount() const;

    const model::formula::SteppedFormula &formula() const { return m_formula; }
    // The columns that name the rows: the keys of groups; none for single rows.
    std::vector<const model::query::ResultColumn *> keys() const;
    model::Value part(int index, int row) const;
    model::Value result(int row) const;
    model::formula::FormulaStep steps(int row) const;

Q_SIGNALS:
    void changed();

private:
    struct Answer
    {
        model::query::ElementRows rows;
        model::query::ResultPtr table;
        QString failure;
        bool inOrder = false; // columns as the formulas were asked, not by their ids
    };

    void watch();
    void followControls();
    void start();
    void take(Answer answer);
    void set(State state, const QString &reason = {});
    const model::query::ResultColumn *resultColumn() const;

    FormulaDesk &m_desk;
    QTimer *m_timer;
    QMetaObject::Connection m_checked;
    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_active = false;
    State m_state = State::Idle;
    QString m_reason;
    bool m_sample = false;
    bool m_cut = false;
    bool m_inOrder = false;
    std::string m_text;
    model::formula::SteppedFormula m_formula;
    model::query::ResultPtr m_table;
    std::vector<std::string> m_keys;
};

} // namespace tessera::designer
