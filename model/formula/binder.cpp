// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/binder.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/call_site.h"
#include "model/formula/cast_hint.h"
#include "model/formula/lexer.h"
#include "model/formula/printer.h"
#include "model/formula/syntax_messages.h"

namespace tessera::model::formula {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::formula::Binder)
};

bool isOpen(ValueType type)
{
    return type == ValueType::Any || type == ValueType::Null || type == ValueType::Error;
}

bool fits(ValueType given, const std::vector<ValueType> &accepted)
{
    return isOpen(given) || std::any_of(accepted.begin(), accepted.end(),
                                        [given](ValueType type) { return type == ValueType::Any || type == given; });
}

class Binder
{
public:
    explicit Binder(const Scope &scope) : m_scope(scope) {}

    BoundPtr bindNode(const NodePtr &node)
    {
        return std::visit([&](const auto &value) { return bindValue(value, node); }, node->value);
    }

    std::vector<FormulaProblem> problems;

private:
    static BoundPtr make(decltype(BoundNode::value) value, ValueType type, Shape shape, Span span)
    {
        return std::make_shared<const BoundNode>(BoundNode{std::move(value), type, shape, span});
    }
    BoundPtr failed(ProblemCode code, Span at, Span whole, QString message, QString hint = {},
                    std::optional<std::string> replacement = {})
    {
        problems.push_back({code, true, at, std::move(message), std::move(hint), std::move(replacement)});
        return make(BoundError{}, ValueType::Error, Shape::Row, whole);
    }

    BoundPtr bindValue(const Missing &, const NodePtr &node)
    {
        return make(BoundError{}, ValueType::Error, Shape::Constant, node->span);
    }
    BoundPtr bindValue(const NullLiteral &, const NodePtr &node) { return literal(node, ValueType::Null); }
    BoundPtr bindValue(const LogicalLiteral &, const NodePtr &node) { return literal(node, ValueType::Logical); }
    BoundPtr bindValue(const NumberLiteral &, const NodePtr &node) { return literal(node, ValueType::Number); }
    BoundPtr bindValue(const TextLiteral &, const NodePtr &node) { return literal(node, ValueType::Text); }
    BoundPtr literal(const NodePtr &node, ValueType type)
    {
        return make(BoundLiteral{node}, type, Shape::Constant, node->span);
    }

    BoundPtr bindValue(const ColumnReference &reference, const NodePtr &node)
    {
        const Scope::Found found = m_scope.resolve(reference);
        const QString shown = toQString(print(node));
        if (found.symbol) {
            const Symbol &symbol = *found.symbol;
            return make(BoundSymbol{symbol}, symbol.isRange || symbol.isList ? ValueType::Variant : symbol.type,
                        symbol.kind == SymbolKind::Control  ? Shape::Constant
                        : symbol.kind == SymbolKind::Metric ? Shape::Aggregate
                                                            : Shape::Row,
                        node->span);
        }
        if (found.open)
            return make(BoundError{}, ValueType::Any, Shape::Row, node->span);
        if (found.ambiguous)
            return failed(ProblemCode::AmbiguousName, node->span, node->span,
                          Texts::tr("%1 could mean several things.").arg(shown),
                          Texts::tr("Give the elements or columns different names."));
        return unknownReference(reference, node, shown, found.prefixUnknown);
    }

    BoundPtr unknownReference(const ColumnReference &reference, const NodePtr &node, const QString &shown,
                              bool prefixUnknown)
    {
        const std::string wanted = reference.hasPrefix ? reference.prefix + '/' + reference.name : reference.name;
        const std::vector<std::string> near = nearestNames(wanted, m_scope.candidates(reference), 1);
        const QString hint = near.empty() ? QString() : Texts::tr("Did you mean [%1]?").arg(toQString(near.front()));
        const auto replacement = near.empty() ? std::nullopt : std::optional('[' + near.front() + ']');
        if (prefixUnknown)
            return failed(
                ProblemCode::UnknownElement, node->span, node->span,
                Texts::tr("There is no source or element named “%1” for %2.").arg(toQString(reference.prefix), shown),
                hint, replacement);
        return failed(ProblemCode::UnknownColumn, node->span, node->span,
                      Texts::tr("There is no column %1.").arg(shown), hint, replacement);
    }

    BoundPtr bindValue(const Call &call, const NodePtr &node)
    {
        std::vector<BoundPtr> arguments;
        for (const NodePtr &argument : call.arguments)
            arguments.push_back(bindNode(argument));
        const FunctionCatalogue &catalogue = FunctionCatalogue::shipped();
        const Function *function = catalogue.find(call.name);
        if (!function)
            return unknownFunction(call, node);
        checkCount(*function, call, node);
        const ValueType shared = checkArguments(*function, arguments);
        const Shape shape = shapeOf(*function, arguments, call);
        const ValueType type = function->result ? *function->result : shared;
        return make(BoundCall{function, std::move(arguments)}, type, shape, node->span);
    }

    BoundPtr unknownFunction(const Call &call, const NodePtr &node)
    {
        static const std::pair<const char *, const char *> renamed[] = {{"case", "If"},
                                                                        {"ifnull", "Coalesce"},
                                                                        {"nvl", "Coalesce"},
                                                                        {"divide", "Div"},
                                                                        {"average", "Avg"},
                                                                        {"iif", "If"},
                                                                        {"length", "Len"},
                                                                        {"isblank", "IsNull"},
                                                                        {"year_", "Year"},
                                                                        {"runningsum", "CumulativeSum"},
                                                                        {"runningavg", "CumulativeAvg"},
                                                                        {"runningcount", "CumulativeCount"}};
        std::string near;
        for (const auto &[other, ours] : renamed) {
            if (foldName(call.name) == other)
                near = ours;
        }
        if (near.empty()) {
            const auto names = FunctionCatalogue::shipped().nearest(call.name, 1);
            near = names.empty() ? std::string() : names.front();
        }
        return failed(ProblemCode::UnknownFunction, call.nameSpan, node->span,
                      Texts::tr("There is no function “%1”.").arg(toQString(call.name)),
                      near.empty() ? QString() : Texts::tr("Did you mean %1?").arg(toQString(near)),
                      near.empty() ? std::nullopt : std::optional(near));
    }

    void checkCount(const Function &function, const Call &call, const NodePtr &node)
    {
        const int given = static_cast<int>(call.arguments.size());
        const int most = function.maxArguments();
        const bool paired = function.kind != FunctionKind::Lookup || given % 2 == 1; // keys come in pairs
        if (given >= function.minArguments && (most < 0 || given <= most) && paired)
            return;
        const QString expected = !paired    ? Texts::tr("a value and pairs of keys")
                                 : most < 0 ? Texts::tr("at least %n argument(s)", nullptr, function.minArguments)
                                 : most == function.minArguments
                                     ? Texts::tr("%n argument(s)", nullptr, most)
                                     : Texts::tr("%1 to %2 arguments").arg(function.minArguments).arg(most);
        problems.push_back({ProblemCode::ArgumentCount,
                            true,
                            node->span,
                            Texts::tr("%1 expects %2, it has %3.").arg(toQString(function.name), expected).arg(given),
                            toQString(function.signature()),
                            {}});
    }

    // Returns the type the "same" parameters agree on, else the first argument's.
    ValueType checkArguments(const Function &function, const std::vector<BoundPtr> &arguments)
    {
        ValueType shared = ValueType::Any;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const Parameter *parameter =
                parameterFor(function, static_cast<int>(i), static_cast<int>(arguments.size()));
            if (!parameter)
                continue;
            const BoundPtr &argument = arguments[i];
            if (parameter->types.empty())
                share(function, shared, argument, static_cast<int>(i));
            else if (!fits(argument->type, parameter->types))
                typeProblem(function, *parameter, argument, static_cast<int>(i));
            checkChoice(function, *parameter, argument);
            if (parameter->aggregate && argument->shape == Shape::Row)
                problems.push_back({ProblemCode::AggregateExpected,
                                    true,
                                    argument->span,
                                    Texts::tr("%1 needs an aggregate here.").arg(toQString(function.name)),
                                    Texts::tr("Wrap it, for example in Sum(…)."),
                                    {}});
        }
        if (shared != ValueType::Any || function.result || arguments.empty())
            return shared;
        const Parameter *first = function.parameterAt(0);
        return first && !first->types.empty() ? arguments.front()->type : shared;
    }

    static const Parameter *parameterFor(const Function &function, int index, int count)
    {
        const int parameter = parameterIndex(function, index, count);
        return parameter < 0 ? nullptr : &function.parameters[static_cast<std::size_t>(parameter)];
    }

    void share(const Function &function, ValueType &shared, const BoundPtr &argument, int index)
    {
        if (isOpen(argument->type))
            return;
        if (shared == ValueType::Any)
            shared = argument->type;
        else if (shared != argument->type)
            problems.push_back({ProblemCode::ArgumentType,
                                true,
                                argument->span,
                                Texts::tr("Argument %1 of %2 is %3, the others are %4.")
                                    .arg(index + 1)
                                    .arg(toQString(function.name), typeName(argument->type), typeName(shared)),
                                castHint(shared, argument->type),
                                {},
                                castName(shared, argument->type)});
    }

    void typeProblem(const Function &function, const Parameter &parameter, const BoundPtr &argument, int index)
    {
        problems.push_back(
            {ProblemCode::ArgumentType,
             true,
             argument->span,
             Texts::tr("Argument %1 of %2 must be %3, it is %4.")
                 .arg(index + 1)
                 .arg(toQString(function.name), typeName(parameter.types.front()), typeName(argument->type)),
             castHint(parameter.types.front(), argument->type),
             {},
             castName(parameter.types.front(), argument->type)});
    }

    void checkChoice(const Function &function, const Parameter &parameter, const BoundPtr &argument)
    {
        const auto *constant = as<BoundLiteral>(argument);
        const auto *text = constant ? as<TextLiteral>(constant->syntax) : nullptr;
        if (!text || parameter.choices.empty())
            return;
        const std::string wanted = foldName(text->value);
        if (std::find(parameter.choices.begin(), parameter.choices.end(), wanted) != parameter.choices.end())
            return;
        const auto near = nearestNames(wanted, parameter.choices, 1);
        QStringList all;
        for (const std::string &choice : parameter.choices)
            all << toQString(choice);
        problems.push_back({ProblemCode::BadChoice, true, argument->span,
                            Texts::tr("%1 knows no %2 “%3”.")
                                .arg(toQString(function.name), toQString(parameter.name), toQString(text->value)),
                            Texts::tr("Use one of: %1.").arg(all.join(QStringLiteral(", "))),
                            near.empty() ? std::nullopt : std::optional('"' + near.front() + '"')});
    }

    Shape shapeOf(const Function &function, const std::vector<BoundPtr> &arguments, const Call &call)
    {
        Shape widest = Shape::Constant;
        for (const BoundPtr &argument : arguments)
            widest = std::max(widest, argument->shape);
        switch (function.kind) {
        case FunctionKind::Aggregate:
        case FunctionKind::PassthroughAggregate:
            for (const BoundPtr &argument : arguments) {
                const auto *inner = as<BoundCall>(argument);
                if (inner && inner->function->kind == FunctionKind::Aggregate)
                    problems.push_back(
                        {ProblemCode::NestedAggregate,
                         true,
                         argument->span,
                         Texts::tr("%1 cannot aggregate %2, which is an aggregate already.")
                             .arg(toQString(call.name), toQString(inner->function->name)),
                         Texts::tr("Aggregate the column itself, or compute the inner part in a grouping."),
                         {}});
            }
            return Shape::Aggregate;
        case FunctionKind::Total:
            return Shape::Aggregate;
        case FunctionKind::Window:
            return Shape::Window;
        case FunctionKind::Lookup:
            return Shape::Row;
        case FunctionKind::Scalar:
        case FunctionKind::Passthrough:
        case FunctionKind::Display:
            return widest;
        }
        Q_UNREACHABLE();
    }

    BoundPtr bindValue(const Unary &unary, const NodePtr &node)
    {
        BoundPtr operand = bindNode(unary.operand);
        const ValueType wanted = unary.op == Operator::Not ? ValueType::Logical : ValueType::Number;
        expect(operand, wanted, spelling(unary.op));
        const Shape shape = operand->shape;
        return make(BoundOperation{unary.op, {std::move(operand)}}, wanted, shape, node->span);
    }

    BoundPtr bindValue(const Binary &binary, const NodePtr &node)
    {
        BoundPtr left = bindNode(binary.left);
        BoundPtr right = bindNode(binary.right);
        const ValueType type = checkOperands(binary, left, right);
        const Shape shape = std::max(left->shape, right->shape);
        return make(BoundOperation{binary.op, {std::move(left), std::move(right)}}, type, shape, node->span);
    }

    ValueType checkOperands(const Binary &binary, const BoundPtr &left, const BoundPtr &right)
    {
        switch (binary.op) {
        case Operator::Add:
            if (left->type == ValueType::Text || right->type == ValueType::Text) {
                problems.push_back({ProblemCode::OperandType, true, binary.opSpan,
                                    Texts::tr("“+” adds numbers, one side is text."), Texts::tr("Use & to join texts."),
                                    std::string("&")});
                return ValueType::Error;
            }
            [[fallthrough]];
        case Operator::Subtract:
        case Operator::Multiply:
        case Operator::Divide:
        case Operator::Modulo:
        case Operator::Power:
            expect(left, ValueType::Number, spelling(binary.op));
            expect(right, ValueType::Number, spelling(binary.op));
            return ValueType::Number;
        case Operator::Concatenate:
            expect(left, ValueType::Text, "&");
            expect(right, ValueType::Text, "&");
            return ValueType::Text;
        case Operator::And:
        case Operator::Or:
            expect(left, ValueType::Logical, spelling(binary.op));
            expect(right, ValueType::Logical, spelling(binary.op));
            return ValueType::Logical;
        default:
            compare(binary, left, right);
            return ValueType::Logical;
        }
    }

    void compare(const Binary &binary, const BoundPtr &left, const BoundPtr &right)
    {
        if (isOpen(left->type) || isOpen(right->type) || left->type == right->type)
            return;
        const auto *symbol = as<BoundSymbol>(left);
        const bool list = symbol && symbol->symbol.isList;
        problems.push_back({ProblemCode::OperandType,
                            true,
                            binary.opSpan,
                            Texts::tr("“%1” compares %2 with %3.")
                                .arg(QLatin1String(spelling(binary.op)), typeName(left->type), typeName(right->type)),
                            list ? Texts::tr("This control holds several values: use ArrayContains(…).")
                                 : castHint(left->type, right->type),
                            {}});
    }

    void expect(const BoundPtr &operand, ValueType wanted, const char *sign)
    {
        if (isOpen(operand->type) || operand->type == wanted)
            return;
        QString hint = castHint(wanted, operand->type);
        if (wanted == ValueType::Number && operand->type == ValueType::Date)
            hint = Texts::tr("Use DateAdd(…) or DateDiff(…) with dates.");
        problems.push_back({ProblemCode::OperandType,
                            true,
                            operand->span,
                            Texts::tr("“%1” needs %2, this is %3.")
                                .arg(QLatin1String(sign), typeName(wanted), typeName(operand->type)),
                            std::move(hint),
                            {},
                            castName(wanted, operand->type)});
    }

    BoundPtr bindValue(const Access &access, const NodePtr &node)
    {
        BoundPtr base = bindNode(access.base);
        const auto *symbol = as<BoundSymbol>(base);
        if (symbol && symbol->symbol.isRange) {
            const ValueType type = symbol->symbol.type;
            const Shape shape = base->shape;
            return make(BoundAccess{std::move(base), access.key, access.index}, type, shape, node->span);
        }
        if (!isOpen(base->type) && base->type != ValueType::Variant)
            problems.push_back(
                {ProblemCode::OperandType,
                 true,
                 base->span,
                 Texts::tr("Only a variant or a range control has parts, this is %1.").arg(typeName(base->type)),
                 base->type == ValueType::Text ? Texts::tr("Json(…) reads text as a variant.") : QString(),
                 {},
                 base->type == ValueType::Text ? "Json" : ""});
        const Shape shape = base->shape;
        return make(BoundAccess{std::move(base), access.key, access.index}, ValueType::Variant, shape, node->span);
    }

    const Scope &m_scope;
};

void collect(const BoundPtr &node, std::vector<Symbol> &out)
{
    if (const auto *symbol = as<BoundSymbol>(node)) {
        out.push_back(symbol->symbol);
    } else if (const auto *call = as<BoundCall>(node)) {
        for (const BoundPtr &argument : call->arguments)
            collect(argument, out);
    } else if (const auto *operation = as<BoundOperation>(node)) {
        for (const BoundPtr &operand : operation->operands)
            collect(operand, out);
    } else if (const auto *access = as<BoundAccess>(node)) {
        collect(access->base, out);
    }
}

} // namespace

bool BoundFormula::isValid() const
{
    return std::none_of(problems.begin(), problems.end(), [](const FormulaProblem &p) { return p.isError; });
}

BoundFormula bindFormula(const ParsedFormula &formula, const Scope &scope)
{
    BoundFormula out;
    for (const SyntaxProblem &problem : formula.problems)
        out.problems.push_back(describe(problem));
    Binder binder(scope);
    out.root = binder.bindNode(formula.root);
    std::move(binder.problems.begin(), binder.problems.end(), std::back_inserter(out.problems));
    return out;
}

BoundFormula bindFormula(std::string_view text, const Scope &scope)
{
    return bindFormula(parse(text), scope);
}

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::Text:
        return Texts::tr("text");
    case ValueType::Number:
        return Texts::tr("a number");
    case ValueType::Logical:
        return Texts::tr("a logical value");
    case ValueType::Date:
        return Texts::tr("a date");
    case ValueType::Variant:
        return Texts::tr("a variant");
    case ValueType::Geography:
        return Texts::tr("a geography");
    case ValueType::Null:
        return Texts::tr("Null");
    case ValueType::Any:
    case ValueType::Error:
        return Texts::tr("unknown");
    }
    Q_UNREACHABLE();
}

std::vector<Symbol> symbolsOf(const BoundPtr &root)
{
    std::vector<Symbol> out;
    collect(root, out);
    return out;
}

} // namespace tessera::model::formula
