// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/cast_hint.h"

#include <QCoreApplication>

namespace tessera::model::formula {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::formula::Binder)
};

} // namespace

QString castHint(ValueType wanted, ValueType given)
{
    if (wanted == ValueType::Logical && given == ValueType::Number)
        return Texts::tr("Compare it, for example with “= 1”.");
    switch (wanted) {
    case ValueType::Text:
        return Texts::tr("Wrap it in Text(…).");
    case ValueType::Number:
        return Texts::tr("Wrap it in Number(…).");
    case ValueType::Date:
        return Texts::tr("Wrap it in Date(…).");
    case ValueType::Logical:
        return Texts::tr("Wrap it in Logical(…).");
    case ValueType::Variant:
        return Texts::tr("Wrap it in Variant(…).");
    default:
        return {};
    }
}

std::string castName(ValueType wanted, ValueType given)
{
    if (wanted == ValueType::Logical && given == ValueType::Number)
        return {};
    switch (wanted) {
    case ValueType::Text:
        return "Text";
    case ValueType::Number:
        return given == ValueType::Date ? std::string() : "Number";
    case ValueType::Date:
        return "Date";
    case ValueType::Logical:
        return "Logical";
    case ValueType::Variant:
        return "Variant";
    default:
        return {};
    }
}

} // namespace tessera::model::formula
