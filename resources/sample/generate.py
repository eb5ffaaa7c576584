#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the data of the sample workbook: a made-up subscription shop for office plants, two years of it.

Usage: generate.py [DIRECTORY]    (default: data/ beside this file)

The same bytes come out every time: one seed, no clock, only the standard library. What the pages should let a reader find:
  - orders grow about 2 % a month, peak in November and December and dip in February;
  - referral and partner customers stay, paid social customers leave early;
  - customers who never finished onboarding, or open many tickets, cancel far more often;
  - a price rise in March 2026 makes Starter customers cancel for "price" in the two months after it;
  - one campaign (Spring refresh) costs much and brings little.
"""
import csv
import datetime as dt
import math
import pathlib
import random
import sys

FIRST = dt.date(2024, 10, 1)
LAST = dt.date(2026, 9, 30)
DAYS = (LAST - FIRST).days + 1
OPENED = dt.date(2023, 10, 1)  # the shop's first customers; what they did before FIRST is not recorded
PRICE_RISE = dt.date(2026, 3, 1)

CHANNELS = {  # share of sign-ups, monthly churn factor
    "Paid search": (0.27, 1.0),
    "Paid social": (0.22, 1.7),
    "Email": (0.15, 0.8),
    "Referral": (0.14, 0.5),
    "Partner": (0.10, 0.6),
    "Organic": (0.12, 0.9),
}
SEGMENTS = {"Starter": (0.55, 29), "Growth": (0.33, 99), "Enterprise": (0.12, 390)}  # share, monthly price
REGIONS = {"Europe": 0.38, "North America": 0.34, "Asia Pacific": 0.18, "Latin America": 0.10}
INDUSTRIES = ["Agency", "Finance", "Health", "Hospitality", "Software", "Retail"]
CATEGORIES = {"Desk plants": 18, "Floor plants": 74, "Planters": 41, "Care kits": 25, "Green walls": 240}
SEASON = {1: 0.92, 2: 0.78, 3: 0.95, 4: 1.04, 5: 1.08, 6: 1.0, 7: 0.88, 8: 0.86, 9: 1.02, 10: 1.08, 11: 1.32, 12: 1.46}
FIRST_WORDS = "Amber Birch Cedar Delta Ember Fjord Grove Harbor Iris Juniper Kite Lumen Maple Nova Orchid Pine Quartz River Sage Tidal Umber Vista Willow Zephyr".split()
SECOND_WORDS = "Analytics Bakery Clinic Design Events Foods Group Hotels Insurance Kitchen Labs Media Networks Optics Partners Robotics Studio Travel Ventures Works".split()
CAMPAIGNS = [  # name, channel, objective, first month, months, weekly budget, leads per 1,000 spent
    ("Always-on search", "Paid search", "Acquisition", 0, 24, 2600, 31),
    ("Brand search", "Paid search", "Acquisition", 0, 24, 900, 52),
    ("Autumn desk makeover", "Paid social", "Acquisition", 0, 3, 3100, 24),
    ("Gifts that grow", "Email", "Sales", 1, 2, 700, 66),
    ("New year, new office", "Paid social", "Acquisition", 3, 2, 2800, 22),
    ("Refer a colleague", "Referral", "Acquisition", 4, 20, 600, 84),
    ("Spring planting", "Email", "Sales", 5, 3, 650, 58),
    ("Interior designers", "Partner", "Acquisition", 6, 18, 1200, 47),
    ("Summer care tips", "Email", "Retention", 8, 3, 400, 61),
    ("Green walls for hotels", "Partner", "Sales", 9, 6, 1500, 39),
    ("Back to the office", "Paid social", "Acquisition", 11, 3, 3300, 26),
    ("Gifts that grow II", "Email", "Sales", 13, 2, 800, 70),
    ("Spring refresh", "Paid social", "Acquisition", 17, 4, 5200, 7),
    ("Win back", "Email", "Retention", 18, 6, 500, 44),
    ("Plant of the month", "Email", "Retention", 12, 12, 350, 63),
    ("Autumn desk makeover II", "Paid social", "Acquisition", 22, 2, 3400, 25),
]
OWNERS = ["Ada", "Bruno", "Chloe", "Dario"]


def pick(rng, shares):
    return rng.choices(list(shares), weights=[v[0] if isinstance(v, tuple) else v for v in shares.values()])[0]


def month_start(index):
    year, month = divmod(FIRST.month - 1 + index, 12)
    return dt.date(FIRST.year + year, month + 1, 1)


def demand(day):
    """How many people sign up on a day, 1 on an average first one: growth, season, and quiet week-ends."""
    months = (day - FIRST).days / 30.4
    return 1.02 ** months * SEASON[day.month] * (0.55 if day.weekday() >= 5 else 1.0)


def next_order(rng, day):
    """The day of a customer's next order: often in the season, seldom in a quiet month."""
    while True:
        day += dt.timedelta(days=max(4, int(rng.expovariate(1 / 48))))
        if rng.random() < 0.62 * SEASON[day.month]:
            return day


def make_campaigns():
    rows = []
    for number, (name, channel, objective, first, months, weekly, _) in enumerate(CAMPAIGNS, 1):
        start, end = month_start(first), month_start(first + months) - dt.timedelta(days=1)
        status = "Running" if end >= LAST else "Done"
        rows.append([f"M{number:02d}", name, channel, objective, OWNERS[number % len(OWNERS)], start, end,
                     weekly * 52 * months // 12, status])
    return rows


def make_spend(rng, campaigns):
    rows = []
    for campaign, (_, _, _, _, _, weekly, leads) in zip(campaigns, CAMPAIGNS):
        week = campaign[5] + dt.timedelta(days=-campaign[5].weekday() % 7)
        while week <= min(campaign[6], LAST):
            spend = weekly * SEASON[week.month] * rng.uniform(0.85, 1.15)
            clicks = int(spend * rng.uniform(0.5, 0.7))
            rows.append([campaign[0], week, round(spend, 2), int(clicks * rng.uniform(28, 45)), clicks,
                         int(spend / 1000 * leads * rng.uniform(0.8, 1.2))])
            week += dt.timedelta(days=7)
    return sorted(rows, key=lambda row: (row[1], row[0]))


def make_customers(rng):
    days = [OPENED + dt.timedelta(days=offset) for offset in range((LAST - OPENED).days + 1)]
    joined = sorted(rng.choices(days, weights=[demand(day) for day in days], k=1600))
    names = [f"{a} {b}" for a in FIRST_WORDS for b in SECOND_WORDS]
    rng.shuffle(names)
    rows = []
    for number, day in enumerate(joined, 1):
        base = names[number % len(names)]
        name = base if number < len(names) else f"{base} {'II' if number < 2 * len(names) else 'III' if number < 3 * len(names) else 'IV'}"
        rows.append([f"C{number:04d}", name, pick(rng, SEGMENTS), pick(rng, REGIONS), rng.choice(INDUSTRIES),
                     pick(rng, CHANNELS), day, "true" if rng.random() < 0.71 else "false"])
    return rows


def make_subscriptions(rng, customers):
    rows = []
    for number, (customer, _, segment, _, _, channel, joined, onboarded) in enumerate(customers, 1):
        tickets = min(int(rng.expovariate(1 / 1.4)), 9)
        hazard = 0.018 * CHANNELS[channel][1] * (2.6 if onboarded == "false" else 1.0) * (1 + 0.22 * tickets)
        hazard *= {"Starter": 1.25, "Growth": 0.9, "Enterprise": 0.45}[segment]
        started = joined + dt.timedelta(days=rng.randint(0, 10))
        cancelled, reason, day = "", "", started
        while (day := day + dt.timedelta(days=30)) <= LAST:
            risen = segment == "Starter" and 0 <= (day - PRICE_RISE).days < 62
            if rng.random() < min(hazard * (3.2 if risen else 1.0), 0.6):
                cancelled = day
                reason = "Price" if risen or rng.random() < 0.2 else rng.choices(
                    ["Missing onboarding", "Support", "Competitor", "No longer needed"],
                    weights=[6 if onboarded == "false" else 1, 1 + tickets, 2, 3])[0]
                break
        if started > LAST:
            continue
        logins = max(0, int(rng.gauss(14, 5) - 1.6 * tickets - (6 if onboarded == "false" else 0) - (9 if cancelled else 0)))
        price = SEGMENTS[segment][1] * (1.15 if started >= PRICE_RISE else 1.0)
        rows.append([f"S{number:04d}", customer, segment, round(price * rng.choice([1, 1, 1, 2]), 2), started, cancelled,
                     reason, tickets, logins])
    return rows


def make_orders(rng, customers, subscriptions, campaigns):
    left = {row[1]: row[5] or LAST for row in subscriptions}
    by_channel = {}
    for campaign in campaigns:
        by_channel.setdefault(campaign[2], []).append(campaign)
    rows = []
    size = {"Starter": 1.0, "Growth": 2.6, "Enterprise": 5.0}
    for customer, _, segment, _, _, channel, joined, _ in customers:
        day = joined + dt.timedelta(days=rng.randint(0, 6))
        while day <= left.get(customer, LAST):
            if day < FIRST:
                day = next_order(rng, day)
                continue
            category = rng.choices(list(CATEGORIES), weights=[30, 22, 20, 22, 6 if segment == "Enterprise" else 1])[0]
            quantity = max(1, int(rng.lognormvariate(0.5, 0.6) * size[segment]))
            discount = rng.choices([0, 0.1, 0.2], weights=[70, 20, 10])[0]
            running = [c for c in by_channel.get(channel, []) if c[5] <= day <= c[6]]
            campaign = rng.choice(running)[0] if running and rng.random() < 0.6 else ""
            amount = round(quantity * CATEGORIES[category] * rng.uniform(0.9, 1.1) * (1 - discount), 2)
            rows.append([customer, campaign, day, category, quantity, discount, amount])
            day = next_order(rng, day)
    rows.sort(key=lambda row: (row[2], row[0]))
    return [[f"O{number:05d}", *row] for number, row in enumerate(rows, 1)]


def make_events(rng, customers):
    """Steps of the customer journey. Visitors who never sign up have no customer."""
    rows = []

    def add(customer, step, channel, device, moment):
        if FIRST <= moment.date() <= LAST:
            rows.append([customer, step, channel, device, moment])

    for customer, _, segment, _, _, channel, joined, onboarded in customers:
        device = rng.choices(["Desktop", "Phone", "Tablet"], weights=[62, 31, 7])[0]
        moment = dt.datetime.combine(joined, dt.time(rng.randint(7, 20), rng.randint(0, 59)))
        add(customer, "Visit", channel, device, moment - dt.timedelta(minutes=rng.randint(3, 4000)))
        add(customer, "Sign-up", channel, device, moment)
        if rng.random() < (0.86 if device == "Desktop" else 0.69):
            add(customer, "Activated", channel, device, moment + dt.timedelta(hours=rng.randint(1, 60)))
        if onboarded == "true":
            add(customer, "Onboarded", channel, device, moment + dt.timedelta(hours=rng.randint(60, 300)))
        if onboarded == "true" and rng.random() < {"Starter": 0.42, "Growth": 0.55, "Enterprise": 0.71}[segment]:
            add(customer, "Advocate", channel, device, moment + dt.timedelta(days=rng.randint(30, 140)))
    for _ in range(3600):
        day = FIRST + dt.timedelta(days=int(DAYS * math.sqrt(rng.random())))
        channel = pick(rng, CHANNELS)
        device = rng.choices(["Desktop", "Phone", "Tablet"], weights=[44, 48, 8])[0]
        add("", "Visit", channel, device, dt.datetime.combine(day, dt.time(rng.randint(6, 22), rng.randint(0, 59))))
    rows.sort(key=lambda row: (row[4], row[0], row[1]))
    return [[f"E{number:05d}", *row] for number, row in enumerate(rows, 1)]


def write(folder, name, header, rows):
    path = folder / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        for row in rows:
            writer.writerow([value.isoformat(sep=" ") if isinstance(value, dt.datetime) else value for value in row])


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "data"
    rng = random.Random(20241001)
    campaigns = make_campaigns()
    customers = make_customers(rng)
    write(folder, "CAMPAIGNS", "CAMPAIGN_ID NAME CHANNEL OBJECTIVE OWNER STARTS_ON ENDS_ON BUDGET STATUS", campaigns)
    write(folder, "SPEND", "CAMPAIGN_ID WEEK SPEND IMPRESSIONS CLICKS LEADS", make_spend(rng, campaigns))
    write(folder, "CUSTOMERS", "CUSTOMER_ID NAME SEGMENT REGION INDUSTRY CHANNEL JOINED_ON ONBOARDED", customers)
    subscriptions = make_subscriptions(rng, customers)
    write(folder, "SUBSCRIPTIONS", "SUBSCRIPTION_ID CUSTOMER_ID PLAN MRR STARTED_ON CANCELLED_ON CANCEL_REASON TICKETS LOGINS",
          subscriptions)
    write(folder, "ORDERS", "ORDER_ID CUSTOMER_ID CAMPAIGN_ID ORDERED_ON CATEGORY QUANTITY DISCOUNT AMOUNT",
          make_orders(rng, customers, subscriptions, campaigns))
    write(folder, "EVENTS", "EVENT_ID CUSTOMER_ID STEP CHANNEL DEVICE OCCURRED_AT", make_events(rng, customers))
    write(folder, "input/plan-ideas", "ID name channel budget starts status CREATED_AT CREATED_BY", [
        ["i1", "Office jungle photo contest", "Paid social", 4200, dt.date(2026, 11, 2), "Proposed", "2026-09-14 09:12:00", "ada"],
        ["i2", "Care webinar for facility teams", "Partner", 1800, dt.date(2026, 10, 19), "Approved", "2026-09-16 15:40:00", "chloe"],
        ["i3", "Second desk plant half price", "Email", 900, dt.date(2026, 11, 23), "Proposed", "2026-09-21 11:05:00", "bruno"],
    ])
    write(folder, "input/plan-targets", "k-month target owner note", [
        [month, target, owner, note] for month, target, owner, note in [
            (dt.date(2026, 7, 1), 60000, "Ada", ""), (dt.date(2026, 8, 1), 55000, "Ada", "Quiet month"),
            (dt.date(2026, 9, 1), 68000, "Bruno", "Trade fair")]
    ])


if __name__ == "__main__":
    main()
