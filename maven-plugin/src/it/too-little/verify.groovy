def log = new File(basedir, 'build.log').text

assert log.contains('BUILD FAILURE')
assert log.contains('statemachines/order.asl.json): 50 % of the transitions were walked (2 of 4), but 100 % are required.')
assert log.contains('statemachines/order.asl.json:8  Charge card, catcher 0 (CardDeclined)')
assert !log.contains('NullPointerException')
return true
