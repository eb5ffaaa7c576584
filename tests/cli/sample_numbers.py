#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sample workbook's elements have to show, worked out from its CSV files by hand-written loops.

Nothing here knows formulas, plans or SQL: each element is said again in plain Python. Prints JSON, a list of cases:
{"element", "controls": [...], "ordered", "columns": [...], "rows": [[...]]}. Dates are ISO texts.
Usage: sample_numbers.py DATA_FOLDER
"""
import csv
import datetime
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

DATA = Path(sys.argv[1])
STEPS = {"Visit": "1 Visit", "Sign-up": "2 Sign-up", "Activated": "3 Activated", "Onboarded": "4 Onboarded"}
PERIOD = ("2025-10-01", "2026-09-30")
cases = []


def table(name):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [{key: value if value != "" else None for key, value in row.items()} for row in csv.DictReader(file)]


def number(text):
    return None if text is None else float(text)


def month(day):
    return day[:7] + "-01"


def quarter(day):
    return f"{day[:4]}-{(int(day[5:7]) - 1) // 3 * 3 + 1:02d}-01"


def week(day, first=6):  # 6: weeks start on Sunday, 0: on Monday
    date = datetime.date.fromisoformat(day[:10])
    return (date - datetime.timedelta(days=(date.weekday() - first) % 7)).isoformat()


def grouped(rows, *keys):
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(key(row) for key in keys)].append(row)
    return groups


def case(element, columns, rows, controls=(), ordered=False):
    cases.append({"element": element, "controls": list(controls), "ordered": ordered, "columns": columns,
                  "rows": [list(row) for row in rows]})


customers = {row["CUSTOMER_ID"]: row for row in table("CUSTOMERS")}
orders = [{"order": row["ORDER_ID"], "customer": row["CUSTOMER_ID"], "day": row["ORDERED_ON"], "category": row["CATEGORY"],
           "discount": number(row["DISCOUNT"]), "amount": number(row["AMOUNT"]),
           **{key.lower(): customers[row["CUSTOMER_ID"]][key] for key in ("NAME", "SEGMENT", "REGION", "INDUSTRY", "CHANNEL")}}
          for row in table("ORDERS")]


def total(rows):
    return sum(row["amount"] for row in rows)


def distinct(rows, key):
    return len({row[key] for row in rows})


def overview(rows, controls=(), grain=month):
    by_month = sorted(grouped(rows, lambda row: month(row["day"])).items())
    (last,), newest = by_month[-1]
    case("kpi-revenue", ["Revenue", "Month"], [[total(newest), last]], controls)
    case("kpi-orders", ["Orders", "Month"], [[distinct(newest, "order"), last]], controls)
    amounts = [row["amount"] for row in rows]
    case("kpi-basket", ["Average order", "Median order"], [[statistics.fmean(amounts), statistics.median(amounts)]], controls)
    case("kpi-discount", ["Discounted"], [[sum(row["discount"] > 0 for row in rows) / len(rows)]], controls)
    case("o-trend", ["Period", "Revenue", "Orders"],
         [[at, total(group), distinct(group, "order")] for (at,), group in sorted(grouped(rows, lambda row: grain(row["day"])).items())],
         controls, ordered=True)
    for element, column, key in (("o-category", "Category", "category"), ("o-channel", "Channel", "channel")):
        sums = [[name, total(group)] for (name,), group in grouped(rows, lambda row: row[key]).items()]
        case(element, [column, "Revenue"], sorted(sums, key=lambda row: -row[1]), controls, ordered=True)
    case("o-top", ["Customer name", "Segment", "Orders", "Revenue"],
         [[*key, distinct(group, "order"), total(group)]
          for key, group in grouped(rows, lambda row: row["name"], lambda row: row["segment"]).items()], controls)


within = [row for row in orders if PERIOD[0] <= row["day"] <= PERIOD[1]]
overview(within)
overview([row for row in within if row["region"] in ("Europe", "Latin America")], ["pRegion=Europe,Latin America"])
overview([row for row in orders if "2024-12-15" <= row["day"] <= "2025-02-10"], ["pPeriod=2024-12-15..2025-02-10", "pGrain=week"], week)
overview([row for row in orders if row["day"] >= "2025-03-01"], ["ctl-period=2025-03-01..", "pGrain=quarter"], quarter)


def segments(rows, controls=(), measure=total):
    case("s-pivot", ["Segment", "Region", "Value"],
         [[*key, measure(group)] for key, group in grouped(rows, lambda row: row["segment"], lambda row: row["region"]).items()], controls)
    case("s-industry", ["Industry", "Revenue"], [[*key, total(group)] for key, group in grouped(rows, lambda row: row["industry"]).items()], controls)
    for element, column, key in (("s-trend", "Segment", "segment"), ("s-share", "Category", "category")):
        case(element, ["Month", "Revenue", column],
             [[at, total(group), name] for (at, name), group in grouped(rows, lambda row: month(row["day"]), lambda row: row[key]).items()], controls)


segments(orders)
segments([row for row in orders if row["amount"] >= 200.5], ["pMinAmount=200.5", "pMeasure=orders"], lambda rows: distinct(rows, "order"))
segments([row for row in orders if row["region"] == "Europe"], ["pSegRegion=Europe", "pMeasure=customers"], lambda rows: distinct(rows, "customer"))

campaigns = {row["CAMPAIGN_ID"]: row for row in table("CAMPAIGNS")}
spend = grouped(table("SPEND"), lambda row: campaigns[row["CAMPAIGN_ID"]]["NAME"], lambda row: campaigns[row["CAMPAIGN_ID"]]["CHANNEL"])
results = [[*key, sum(number(row["SPEND"]) for row in rows), sum(number(row["LEADS"]) for row in rows)] for key, rows in spend.items()]
case("d-campaign-results", ["Campaign name", "Channel", "Spend", "Leads", "Cost per lead"],
     [[*row, row[2] / row[3] if row[3] else None] for row in sorted(results, key=lambda row: -row[2])], ordered=True)
case("s-scatter", ["Spend", "Leads", "Channel"], [[row[2], row[3], row[1]] for row in results])


def journey(events, controls=()):
    def count(step):
        return sum(row["STEP"] == step for row in events)
    by_step = grouped(events, lambda row: STEPS.get(row["STEP"], "5 Advocate"))
    case("j-funnel", ["Step", "Events"], [[*key, len(rows)] for key, rows in by_step.items()], controls)
    case("kpi-signup", ["Sign-up rate"], [[count("Sign-up") / count("Visit")]], controls)
    case("kpi-activated", ["Activation rate"], [[count("Activated") / count("Sign-up")]], controls)
    case("j-weekly", ["Week", "Sign-ups"],
         [[at, sum(row["STEP"] == "Sign-up" for row in rows)]
          for (at,), rows in sorted(grouped(events, lambda row: week(row["OCCURRED_AT"], 0)).items())], controls, ordered=True)
    case("j-channel", ["Channel", "Events", "Step"],
         [[channel, len(rows), step] for (channel, step), rows
          in grouped(events, lambda row: row["CHANNEL"], lambda row: STEPS.get(row["STEP"], "5 Advocate")).items()], controls)


events = table("EVENTS")
recent = [row for row in events if PERIOD[0] <= row["OCCURRED_AT"][:10] <= PERIOD[1]]
journey(recent)
journey([row for row in recent if row["DEVICE"] == "Phone"], ["pDevice=Phone"])
journey([row for row in events if row["OCCURRED_AT"][:10] <= "2025-06-30"], ["pJourneyPeriod=..2025-06-30"])


def risk(row):
    customer = customers[row["CUSTOMER_ID"]]
    return min(100, (0 if customer["ONBOARDED"] == "true" else 35) + min(30, int(row["TICKETS"]) * 8)
               + (15 if customer["CHANNEL"] == "Paid social" else 0) + (25 if int(row["LOGINS"]) < 8 else 0)
               + (10 if row["PLAN"] == "Starter" else 0))


def churn(rows, controls=(), threshold=60):
    def rate(group):
        return sum(row["CANCELLED_ON"] is not None for row in group) / len(group)
    staying = [row for row in rows if row["CANCELLED_ON"] is None]
    case("kpi-churn", ["Lost"], [[rate(rows)]], controls)
    case("kpi-mrr", ["Today", "Without churn"], [[sum(number(row["MRR"]) for row in staying), sum(number(row["MRR"]) for row in rows)]], controls)
    at_risk = [row for row in staying if risk(row) >= threshold]
    case("kpi-risk", ["At risk"], [[sum(number(row["MRR"]) for row in at_risk)]], controls)
    left = [row for row in rows if row["CANCELLED_ON"] is not None]
    case("c-month", ["Month", "Cancellations", "Reason"],
         [[at, len(group), reason] for (at, reason), group
          in grouped(left, lambda row: month(row["CANCELLED_ON"]), lambda row: row["CANCEL_REASON"]).items()], controls)
    case("c-drivers", ["Channel", "Lost", "Onboarding"],
         [[channel, rate(group), "Onboarded" if onboarded == "true" else "Not onboarded"] for (channel, onboarded), group
          in grouped(rows, lambda row: customers[row["CUSTOMER_ID"]]["CHANNEL"], lambda row: customers[row["CUSTOMER_ID"]]["ONBOARDED"]).items()],
         controls)
    case("c-customers", ["Customer", "Customer name", "Plan", "MRR", "Tickets", "Logins", "Risk"],
         [[row["CUSTOMER_ID"], customers[row["CUSTOMER_ID"]]["NAME"], row["PLAN"], number(row["MRR"]), int(row["TICKETS"]),
           int(row["LOGINS"]), risk(row)] for row in at_risk], controls)


subscriptions = table("SUBSCRIPTIONS")
churn(subscriptions)
churn([row for row in subscriptions if row["PLAN"] in ("Growth", "Starter")], ["pPlan=Growth,Starter", "pRisk=35"], 35)
churn([row for row in subscriptions if customers[row["CUSTOMER_ID"]]["ONBOARDED"] == "true"], ["pOnboardedOnly=true", "pRisk=20"], 20)

for customer in ("C0001", "c0129"):
    own = [row for row in orders if row["customer"].lower() == customer.lower()]
    chosen = [] if customer == "C0001" else [f"pCustomer={customer}"]
    case("x-history", ["Month", "Revenue"],
         [[at, total(group)] for (at,), group in sorted(grouped(own, lambda row: month(row["day"])).items())], chosen, ordered=True)
    case("d-customer-orders", ["Order", "Ordered on", "Category", "Amount"],
         [[row["order"], row["day"], row["category"], row["amount"]] for row in own], chosen)

revenue = {at: total(group) for (at,), group in sorted(grouped(orders, lambda row: month(row["day"])).items())}
case("d-monthly", ["Month", "Revenue", "Orders"],
     [[at, value, distinct([row for row in orders if month(row["day"]) == at], "order")] for at, value in revenue.items()], ordered=True)
case("p-forecast", ["Month", "Revenue", "With growth"], [[at, value, value * 1.2] for at, value in revenue.items()], ["pGrowth=20"], ordered=True)
targets = {row["k-month"]: row for row in table("input/plan-targets")}
case("plan-targets", ["Month", "Target", "Owner", "Note", "Gap"],
     [[at, number(row.get("target")), row.get("owner"), row.get("note"),
       value - number(row["target"]) if row.get("target") else None]
      for at, value in revenue.items() for row in [targets.get(at, {})]])
budgets = grouped(table("input/plan-ideas"), lambda row: row["channel"])
case("p-budget", ["Channel", "Budget"],
     sorted(([*key, sum(number(row["budget"]) for row in rows)] for key, rows in budgets.items()), key=lambda row: -row[1]))

json.dump(cases, sys.stdout)
