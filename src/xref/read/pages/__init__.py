"""What a web page tells about itself: facts and days of its structure, and the days on its lines, weighed.

From a page's tree: `facts` (title, outlet, author), `stated` (days for programs), `walk` (its lines). From the lines:
`frame` (where the article stands), `company` (what stands beside a day), `weigh` and `stamps` (what it is worth);
`candidates` puts all of it together.
"""
