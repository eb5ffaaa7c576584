// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include "designer/preview/control_field.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"
#include "model/value/calendar.h"
#include "model/value/date_format.h"

namespace tessera::designer {

using model::Moment;
using model::Value;
using model::query::ControlValue;

namespace {

constexpr int typingPause = 350; // ms after the last key until what was typed counts

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    return row;
}

// Says what was typed after a pause, or at once on Enter.
class TypedText : public QLineEdit
{
public:
    TypedText(std::function<void()> typed, QWidget *parent) : QLineEdit(parent)
    {
        auto *pause = new QTimer(this);
        pause->setSingleShot(true);
        pause->setInterval(typingPause);
        connect(this, &QLineEdit::textEdited, pause, [pause] { pause->start(); });
        connect(pause, &QTimer::timeout, this, typed);
        connect(this, &QLineEdit::editingFinished, this, [pause, typed] {
            if (pause->isActive()) {
                pause->stop();
                typed();
            }
        });
    }
    void showText(const QString &text)
    {
        if (!hasFocus() || !isModified())
            setText(text);
    }
};

class TextField : public ControlField
{
public:
    explicit TextField(QWidget *parent) : ControlField(parent), m_edit(new TypedText([this] { commit(); }, this))
    {
        rowIn(this)->addWidget(m_edit);
        m_edit->setClearButtonEnabled(true);
        m_edit->setPlaceholderText(tr("Enter text"));
        keepFocusHere(m_edit);
    }
    void show(const ControlState &state) override
    {
        m_edit->setAccessibleName(state.look.label);
        if (!state.look.placeholder.isEmpty())
            m_edit->setPlaceholderText(state.look.placeholder);
        m_edit->showText(state.look.value);
    }

private:
    void commit()
    {
        m_edit->setModified(false);
        chooseOne(m_edit->text().isEmpty() ? Value() : Value(model::toUtf8(m_edit->text())));
    }
    TypedText *m_edit;
};

class TallTextField : public ControlField
{
public:
    explicit TallTextField(QWidget *parent) : ControlField(parent), m_edit(new QPlainTextEdit(this))
    {
        rowIn(this)->addWidget(m_edit);
        m_edit->setPlaceholderText(tr("Enter text"));
        m_edit->setTabChangesFocus(true);
        keepFocusHere(m_edit);
        auto *pause = new QTimer(this);
        pause->setSingleShot(true);
        pause->setInterval(typingPause);
        connect(m_edit, &QPlainTextEdit::textChanged, pause, [pause] { pause->start(); });
        connect(pause, &QTimer::timeout, this, [this] {
            const QString text = m_edit->toPlainText();
            chooseOne(text.isEmpty() ? Value() : Value(model::toUtf8(text)));
        });
    }
    void show(const ControlState &state) override
    {
        m_edit->setAccessibleName(state.look.label);
        if (m_edit->hasFocus() || m_edit->toPlainText() == state.look.value)
            return;
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(state.look.value);
    }

private:
    QPlainTextEdit *m_edit;
};

// Numbers are typed with a point, whatever the desktop uses: as formulas and files have them.
std::optional<Value> numberIn(const QString &text)
{
    bool ok = false;
    const double number = QLocale::c().toDouble(text.trimmed(), &ok);
    return ok ? std::optional<Value>(number == std::floor(number) && std::abs(number) < 1e15
                                         ? Value(static_cast<std::int64_t>(number))
                                         : Value(number))
              : std::nullopt;
}

TypedText *numberEdit(std::function<void()> typed, QWidget *parent)
{
    auto *edit = new TypedText(std::move(typed), parent);
    auto *validator = new QDoubleValidator(edit);
    validator->setLocale(QLocale::c());
    edit->setValidator(validator);
    return edit;
}

class NumberField : public ControlField
{
public:
    explicit NumberField(QWidget *parent)
        : ControlField(parent)
        , m_mode(new QLabel(this))
        , m_edit(numberEdit([this] { commit(); }, this))
    {
        QHBoxLayout *row = rowIn(this);
        row->addWidget(m_mode);
        row->addWidget(m_edit, 1);
        m_edit->setPlaceholderText(tr("Enter a number"));
        keepFocusHere(m_edit);
    }
    void show(const ControlState &state) override
    {
        m_mode->setText(state.look.mode);
        m_mode->setVisible(!state.look.mode.isEmpty());
        m_edit->setAccessibleName(state.look.label);
        m_edit->showText(state.look.value);
    }

private:
    void commit()
    {
        m_edit->setModified(false);
        chooseOne(numberIn(m_edit->text()).value_or(Value()));
    }
    QLabel *m_mode;
    TypedText *m_edit;
};

class NumberRangeField : public ControlField
{
public:
    explicit NumberRangeField(QWidget *parent)
        : ControlField(parent)
        , m_low(numberEdit([this] { commit(); }, this))
        , m_high(numberEdit([this] { commit(); }, this))
    {
        QHBoxLayout *row = rowIn(this);
        row->addWidget(m_low);
        row->addWidget(new QLabel(QStringLiteral("–"), this));
        row->addWidget(m_high);
        m_low->setPlaceholderText(tr("Min"));
        m_high->setPlaceholderText(tr("Max"));
        keepFocusHere(m_low);
    }
    void show(const ControlState &state) override
    {
        m_low->setAccessibleName(tr("%1, lowest").arg(state.look.label));
        m_high->setAccessibleName(tr("%1, highest").arg(state.look.label));
        m_low->showText(state.look.value.section(u'\n', 0, 0));
        m_high->showText(state.look.value.section(u'\n', 1, 1));
    }

private:
    void commit()
    {
        m_low->setModified(false);
        m_high->setModified(false);
        ControlValue value;
        value.low = numberIn(m_low->text());
        value.high = numberIn(m_high->text());
        choose(std::move(value));
    }
    TypedText *m_low, *m_high;
};

class TopField : public ControlField
{
public:
    explicit TopField(QWidget *parent) : ControlField(parent), m_count(new QSpinBox(this))
    {
        rowIn(this)->addWidget(m_count);
        m_count->setMinimumHeight(30);
        m_count->setRange(0, 1000000);
        m_count->setSpecialValueText(tr("All"));
        m_count->setKeyboardTracking(false);
        keepFocusHere(m_count);
        connect(m_count, &QSpinBox::valueChanged, this,
                [this](int count) { chooseOne(count > 0 ? Value(count) : Value()); });
    }
    void show(const ControlState &state) override
    {
        const QSignalBlocker quiet(m_count);
        m_count->setAccessibleName(state.look.label);
        m_count->setPrefix(state.look.mode.startsWith(u"bottom") ? tr("Bottom ") : tr("Top "));
        m_count->setSuffix(state.look.mode.endsWith(u"percentile") ? QStringLiteral("%") : QString());
        static const QRegularExpression digits(QStringLiteral("\\d+"));
        m_count->setValue(digits.match(state.look.value).captured().toInt());
    }

private:
    QSpinBox *m_count;
};

Value valueOf(const QDate &date)
{
    return date.isValid() ? Value(model::fromCivil({date.year(), date.month(), date.day()})) : Value();
}

QDate dateOf(const Value &value)
{
    if (!value.isMoment())
        return {};
    const model::CivilTime civil = model::toCivil(value.moment());
    return {civil.year, civil.month, civil.day};
}

QCalendarWidget *calendarIn(QWidget *parent, const QDate &date)
{
    auto *calendar = new QCalendarWidget(parent);
    calendar->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (date.isValid())
        calendar->setSelectedDate(date);
    return calendar;
}

class DateField : public ControlField
{
public:
    explicit DateField(QWidget *parent) : ControlField(parent), m_button(new PopupButton(this))
    {
        rowIn(this)->addWidget(m_button);
        m_button->setIcon(icon(QStringLiteral("calendar")));
        keepFocusHere(m_button);
        m_button->setContent([this](QWidget *panel) {
            auto *box = new QWidget(panel);
            auto *column = new QVBoxLayout(box);
            column->setContentsMargins(0, 0, 0, 0);
            QCalendarWidget *calendar = calendarIn(box, m_date);
            auto *clear = new QPushButton(tr("Clear"), box);
            column->addWidget(calendar);
            column->addWidget(clear);
            connect(calendar, &QCalendarWidget::activated, this, [this](const QDate &date) { pick(date); });
            connect(calendar, &QCalendarWidget::clicked, this, [this](const QDate &date) { pick(date); });
            connect(clear, &QPushButton::clicked, this, [this] { pick({}); });
            box->setFocusProxy(calendar);
            return box;
        });
    }
    void show(const ControlState &state) override
    {
        m_date = state.held && !state.held->values.empty() ? dateOf(state.held->values.front())
                                                           : QDate::fromString(state.look.value.left(10), Qt::ISODate);
        const QString words = state.look.value.isEmpty() ? tr("Select a date") : state.look.value;
        m_button->setText(state.look.mode.isEmpty() || state.look.mode == u"=" ? words
                                                                               : state.look.mode + u' ' + words);
        m_button->setAccessibleName(state.look.label + u": "_qs + words);
    }

private:
    void pick(const QDate &date)
    {
        m_button->close();
        chooseOne(valueOf(date));
    }
    PopupButton *m_button;
    QDate m_date;
};

// A span of days: common ones at once, others from two ends.
class DateRangeField : public ControlField
{
public:
    explicit DateRangeField(QWidget *parent) : ControlField(parent), m_button(new PopupButton(this))
    {
        rowIn(this)->addWidget(m_button);
        m_button->setIcon(icon(QStringLiteral("calendar-range")));
        keepFocusHere(m_button);
        m_button->setContent([this](QWidget *panel) { return makePanel(panel); });
    }
    void show(const ControlState &state) override
    {
        m_low = state.held && state.held->low ? dateOf(*state.held->low) : QDate();
        m_high = state.held && state.held->high ? dateOf(*state.held->high) : QDate();
        m_today = state.today ? dateOf(Value(*state.today)) : QDate::currentDate();
        m_button->setText(state.look.value.isEmpty() ? tr("All dates") : state.look.value);
        m_button->setAccessibleName(state.look.label + u": "_qs + m_button->text());
    }

private:
    QWidget *makePanel(QWidget *parent)
    {
        auto *box = new QWidget(parent);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        auto *presets = new QVBoxLayout;
        row->addLayout(presets);
        const auto preset = [&](const QString &words, const QDate &low, const QDate &high) {
            auto *button = new QPushButton(words, box);
            button->setProperty("role", QStringLiteral("quiet"));
            presets->addWidget(button);
            connect(button, &QPushButton::clicked, this, [this, low, high] {
                m_button->close();
                commit(low, high);
            });
            return button;
        };
        const QDate first(m_today.year(), m_today.month(), 1);
        QPushButton *all = preset(tr("All dates"), {}, {});
        preset(tr("Last 7 days"), m_today.addDays(-6), m_today);
        preset(tr("Last 30 days"), m_today.addDays(-29), m_today);
        preset(tr("This month"), first, first.addMonths(1).addDays(-1));
        preset(tr("Last 12 months"), first.addMonths(-12), first.addDays(-1));
        preset(tr("This year"), QDate(m_today.year(), 1, 1), QDate(m_today.year(), 12, 31));
        auto *reset = new QPushButton(tr("As designed"), box);
        reset->setProperty("role", QStringLiteral("quiet"));
        presets->addWidget(reset);
        presets->addStretch(1);
        connect(reset, &QPushButton::clicked, this, [this] {
            m_button->close();
            Q_EMIT chosen(std::nullopt);
        });
        for (const bool low : {true, false}) {
            auto *column = new QVBoxLayout;
            row->addLayout(column);
            column->addWidget(new QLabel(low ? tr("From") : tr("To"), box));
            QCalendarWidget *calendar = calendarIn(box, low ? m_low : m_high);
            calendar->setAccessibleName(low ? tr("First day") : tr("Last day"));
            column->addWidget(calendar);
            const auto pick = [this, low](const QDate &date) { commit(low ? date : m_low, low ? m_high : date); };
            connect(calendar, &QCalendarWidget::clicked, this, pick);
            connect(calendar, &QCalendarWidget::activated, this, pick);
        }
        box->setFocusProxy(all);
        return box;
    }

    void commit(QDate low, QDate high)
    {
        if (low.isValid() && high.isValid() && low > high)
            std::swap(low, high);
        m_low = low;
        m_high = high;
        ControlValue value;
        if (low.isValid())
            value.low = valueOf(low);
        if (high.isValid()) // the whole last day
            value.high = Value(model::lastSecond(valueOf(high).moment(), model::DateUnit::Day));
        choose(std::move(value));
    }

    PopupButton *m_button;
    QDate m_low, m_high, m_today;
};

// A check box that looks like the switch it is.
class Switch : public QCheckBox
{
public:
    using QCheckBox::QCheckBox;
    QSize sizeHint() const override { return {40 + fontMetrics().horizontalAdvance(text()), 28}; }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens =
            tokensOf(parentWidget()->palette()); // its own is the style sheet's, which knows boxes only
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF track(1, (height() - 18) / 2.0, 32, 18);
        painter.setPen(hasFocus() ? QPen(tokens.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? tokens.accent : tokens.lineStrong);
        painter.drawRoundedRect(track, 9, 9);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.surface);
        painter.drawEllipse(QRectF(track.left() + (isChecked() ? 16 : 2), track.top() + 2, 14, 14));
        painter.setPen(tokens.text);
        painter.drawText(rect().adjusted(41, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width() - 41));
    }
};

class CheckField : public ControlField
{
public:
    CheckField(bool asSwitch, QWidget *parent)
        : ControlField(parent)
        , m_box(asSwitch ? new Switch(this) : new QCheckBox(this))
    {
        rowIn(this)->addWidget(m_box);
        keepFocusHere(m_box);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) { chooseOne(Value(on)); });
    }
    void show(const ControlState &state) override
    {
        m_box->setText(state.look.label);
        m_box->setAccessibleName(state.look.label);
        m_box->setChecked(state.look.on);
    }

private:
    QCheckBox *m_box;
};

} // namespace

ControlField *makeTextField(bool tall, QWidget *parent)
{
    return tall ? static_cast<ControlField *>(new TallTextField(parent)) : new TextField(parent);
}

ControlField *makeNumberField(QWidget *parent)
{
    return new NumberField(parent);
}

ControlField *makeNumberRangeField(QWidget *parent)
{
    return new NumberRangeField(parent);
}

ControlField *makeTopField(QWidget *parent)
{
    return new TopField(parent);
}

ControlField *makeDateField(QWidget *parent)
{
    return new DateField(parent);
}

ControlField *makeDateRangeField(QWidget *parent)
{
    return new DateRangeField(parent);
}

ControlField *makeCheckField(bool asSwitch, QWidget *parent)
{
    return new CheckField(asSwitch, parent);
}

} // namespace tessera::designer
