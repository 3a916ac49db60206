def log = new File(basedir, 'build.log').text

assert log.contains('BUILD FAILURE')
assert log.contains('order (statemachines/order.asl.json): 33 % of the transitions were walked')
assert log.contains('statemachines/order.asl.json:8  Charge card, catcher 0 (CardDeclined)')
assert !log.contains('NullPointerException')
return true
